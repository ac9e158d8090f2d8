// What users of neo4j-driver do. Prints one JSON object: the name of each check, and what came of it.
// node checks.js PACKAGE HOST:PORT USER PASSWORD
'use strict'
const [, , name, address, user, password] = process.argv
const neo4j = require(name)
const describe = require('./values.js')(neo4j)
const results = {}

const connect = (scheme, auth = neo4j.auth.basic(user, password)) =>
  neo4j.driver(`${scheme}://${address}`, auth, { connectionTimeout: 20000, maxTransactionRetryTime: 20000 })
const driver = connect('bolt')

async function using (options, work) {
  const session = driver.session(options)
  try {
    return await work(session)
  } finally {
    await session.close()
  }
}
const rows = async (query, parameters, options) =>
  using(options, async session => (await session.run(query, parameters)).records.map(record => describe([...record.values()])))
const single = async (query, parameters) => (await rows(query, parameters))[0][0]
const failure = async work => {
  try {
    await work()
    return 'no error'
  } catch (error) {
    return { code: error.code, retriable: error.retriable ?? null }
  }
}
const count = label => single(`MATCH (n:${label}) RETURN count(n)`)

const checks = {
  async server () {
    const info = await driver.getServerInfo()
    return [info.agent.slice(0, 'Neo4j/5.26'.length), info.address === address, await driver.supportsMultiDb()]
  },

  async wrongPassword () {
    const other = connect('bolt', neo4j.auth.basic(user, password + 'x'))
    const refused = await failure(() => other.getServerInfo())
    await other.close()
    return [refused, await driver.verifyAuthentication({ auth: neo4j.auth.basic(user, password) }),
      await driver.verifyAuthentication({ auth: neo4j.auth.basic(user, 'no') })]
  },

  async sessionOfAnotherLogon () {
    return using({ auth: neo4j.auth.basic(user, password) }, async session => describe((await session.run('RETURN 1')).records[0].get(0)))
  },

  async literals () {
    return rows(`RETURN date('2024-02-29') AS a, time('23:59:59.123456789+05:30') AS b, localtime('00:00:00.000000001') AS c,
      datetime('2024-06-01T12:00:00.5[Europe/Berlin]') AS d, datetime('1899-12-31T23:59:59.999999999-03:00') AS e,
      localdatetime('-0044-03-15T12:30') AS f, duration('P1Y2M3DT4H5M6.789S') AS g, duration('-PT0.000000001S') AS h,
      point({x: 1.5, y: -2}) AS i, point({x: 1, y: 2, z: 3}) AS j, point({longitude: 13.4, latitude: 52.5}) AS k,
      point({longitude: 13.4, latitude: 52.5, height: 34}) AS l, 9223372036854775807 AS m, -9223372036854775808 AS n,
      9007199254740993 AS o, 0.1 AS p, -0.0 AS q, 1e308 * 10 AS r, 0.0 / 0.0 AS s, [1, [2.5, null], {a: 'b'}] AS t, 'Zürich 🦄' AS u, true AS v`)
  },

  async parameters () {
    const values = {
      bytes: Int8Array.from([0, 1, 127, -128, -1]),
      date: new neo4j.types.Date(2024, 2, 29),
      time: new neo4j.types.Time(23, 59, 59, 123456789, 19800),
      localTime: new neo4j.types.LocalTime(0, 0, 0, 1),
      zoned: new neo4j.types.DateTime(2024, 6, 1, 12, 0, 0, 5, null, 'Europe/Berlin'),
      offset: new neo4j.types.DateTime(1899, 12, 31, 23, 59, 59, 999999999, -10800),
      both: new neo4j.types.DateTime(2024, 10, 27, 2, 30, 0, 0, 3600, 'Europe/Berlin'),
      local: new neo4j.types.LocalDateTime(-44, 3, 15, 12, 30, 0, 0),
      duration: new neo4j.types.Duration(14, 3, 14706, 789000000),
      flat: new neo4j.types.Point(7203, 1.5, -2),
      solid: new neo4j.types.Point(4979, 13.4, 52.5, 34),
      large: neo4j.int('9223372036854775807'),
      small: neo4j.int('-9223372036854775808'),
      odd: neo4j.int('9007199254740993'),
      big: 123456789012345678n,
      float: 1,
      nothing: null,
      list: [neo4j.int(1), ['two', null], { three: 3.5 }],
      empty: [[], {}, ''],
      text: 'Zürich 🦄'
    }
    return describe(await using({}, async session => (await session.run('RETURN $values AS v', { values })).records[0].get('v')))
  },

  async storedValues () {
    const values = {
      bytes: Int8Array.from([1, 2, 3]), dates: [new neo4j.types.Date(1, 1, 1)], zone: new neo4j.types.DateTime(2024, 6, 1, 12, 0, 0, 5, null, 'Asia/Tokyo'),
      at: new neo4j.types.Point(4326, 1, 2), lasts: new neo4j.types.Duration(1, 2, 3, 4), many: ['a', 'b'], flags: [true, false]
    }
    return rows('CREATE (n:Stored) SET n = $values WITH n MATCH (m:Stored) RETURN m, valueType(m.zone)', { values })
  },

  async explicitTransactions () {
    return using({}, async session => {
      const first = session.beginTransaction()
      await (await first).run('CREATE (:Kept)')
      await (await first).commit()
      const second = await session.beginTransaction()
      await second.run('CREATE (:Dropped)')
      const inside = describe((await second.run('MATCH (n:Dropped) RETURN count(n)')).records[0].get(0))
      await second.rollback()
      const third = await session.beginTransaction()
      await third.run('CREATE (:Dropped)')
      await third.close()
      return [inside, await count('Kept'), await count('Dropped'), third.isOpen()]
    })
  },

  async queriesThatInterleave () {
    return using({ fetchSize: 2 }, async session => {
      const tx = await session.beginTransaction()
      const first = tx.run('UNWIND range(1, 7) AS i RETURN i')[Symbol.asyncIterator]()
      const second = tx.run('UNWIND range(11, 15) AS i RETURN i')[Symbol.asyncIterator]()
      const seen = []
      for (let i = 0; i < 5; i++) {
        seen.push((await first.next()).value.get('i').toNumber(), (await second.next()).value.get('i').toNumber())
      }
      const last = describe((await tx.run('RETURN 99 AS x')).records[0].get('x'))
      await tx.commit()
      return [seen, last]
    })
  },

  async transactionFunctions () {
    return using({}, async session => {
      const written = await session.executeWrite(async tx => (await tx.run("CREATE (n:Work {id: 1}) RETURN n.id")).records[0].get(0).toNumber())
      const read = await session.executeRead(async tx => (await tx.run('MATCH (n:Work) RETURN count(n) AS c')).records[0].get('c').toNumber())
      const refused = await failure(() => session.executeRead(tx => tx.run('CREATE (:Work)')))
      let tries = 0
      const again = await session.executeWrite(async tx => {
        await tx.run('CREATE (:Work)')
        if (++tries === 1) throw new neo4j.Neo4jError('try again', 'Neo.TransientError.Transaction.DeadlockDetected')
        return tries
      }).catch(error => error.message)
      return [written, read, refused, again, await count('Work')]
    })
  },

  async executeQuery () {
    const written = await driver.executeQuery('CREATE (n:Executed {a: $a}) RETURN n.a AS a', { a: 'x' }, { database: 'neo4j' })
    const read = await driver.executeQuery('MATCH (n:Executed) RETURN n.a AS a', {}, { routing: neo4j.routing.READ, resultTransformer: neo4j.resultTransformers.mappedResultTransformer({ map: r => r.get('a') }) })
    return [written.keys, written.summary.counters.updates().nodesCreated, read.records]
  },

  async bookmarks () {
    const first = driver.session()
    await first.run('CREATE (:Marked)')
    const marks = first.lastBookmarks()
    await first.close()
    const second = driver.session({ bookmarks: marks })
    const seen = describe((await second.run('MATCH (n:Marked) RETURN count(n)')).records[0].get(0))
    await second.close()
    return [marks.length, typeof marks[0], seen, second.lastBookmarks().length]
  },

  async streaming () {
    return using({ fetchSize: 100 }, async session => {
      let [n, sum] = [0, 0]
      for await (const record of session.run("UNWIND range(1, 20000) AS i RETURN i, 'row ' + i AS text")) {
        n++
        sum += record.get('i').toNumber()
        if (record.get('text') !== 'row ' + n) throw new Error(`row ${n} is ${record.get('text')}`)
      }
      return [n, sum]
    })
  },

  async streamingLeftInTheMiddle () {
    return using({ fetchSize: 100 }, async session => {
      let n = 0
      const result = session.run('UNWIND range(1, 1000000) AS i RETURN i')
      for await (const record of result) {
        if (++n === 250) break
        record.get('i')
      }
      return [n, describe((await session.run('RETURN 1 AS one')).records[0].get('one'))]
    })
  },

  async subscriberConsumes () {
    return using({ fetchSize: 10 }, session => new Promise((resolve, reject) => {
      const seen = []
      session.run('UNWIND range(1, 25) AS i RETURN i').subscribe({
        onKeys: keys => seen.push(keys),
        onNext: record => seen.push(record.get(0).toNumber()),
        onCompleted: summary => resolve([seen, summary.queryType]),
        onError: reject
      })
    }))
  },

  async errorInTheMiddle () {
    return using({ fetchSize: 10 }, async session => {
      const seen = []
      const failed = await failure(async () => {
        for await (const record of session.run('UNWIND [4, 2, 1, 0] AS i RETURN 4 / i AS x')) seen.push(record.get('x').toNumber())
      })
      return [failed, describe((await session.run('RETURN 1 AS one')).records[0].get('one'))]
    })
  },

  async entities () {
    await rows("CREATE (:Person:Old {name: 'Ada'})-[:KNOWS {since: date('1833-06-05')}]->(:Person {name: 'Charles'})-[:MADE]->(:Engine)")
    const found = await rows("MATCH p = (e:Engine)<-[m:MADE]-(c)<-[k:KNOWS]-(a) RETURN a, k, c, p, [a, k], {x: e}")
    return using({}, async session => {
      const record = (await session.run("MATCH (a {name: 'Ada'})-[k:KNOWS]->(c) RETURN a, k, c")).records[0]
      const [a, k, c] = [record.get('a'), record.get('k'), record.get('c')]
      const again = await session.run('MATCH (n) WHERE elementId(n) = $id RETURN n.name AS name', { id: a.elementId })
      return [found, k.startNodeElementId === a.elementId, k.endNodeElementId === c.elementId, k.start.equals(a.identity), again.records[0].get('name')]
    })
  },

  async deletedEntities () {
    return rows('CREATE (n:Gone {x: 1})-[r:R {y: 2}]->(m:Gone) DELETE r, n, m RETURN n, r')
  },

  async bigLists () {
    const numbers = Array.from({ length: 100000 }, (_, i) => neo4j.int(i))
    return using({}, async session => {
      const record = (await session.run('RETURN $numbers AS all, size($numbers) AS size, range(1, 100000) AS range', { numbers })).records[0]
      return [record.get('all').length, describe(record.get('all')[99999]), describe(record.get('size')), describe(record.get('range')[99999])]
    })
  },

  async bigStrings () {
    const text = 'ä🦄'.repeat(500000)
    return using({}, async session => {
      const back = (await session.run('RETURN $text + $text AS t', { text })).records[0].get('t')
      return [back.length, back === text + text]
    })
  },

  async errors () {
    const run = (query, parameters) => failure(() => using({}, session => session.run(query, parameters)))
    await rows('CREATE CONSTRAINT unique_key IF NOT EXISTS FOR (n:Unique) REQUIRE n.key IS UNIQUE')
    await rows('CREATE (:Unique {key: 1})')
    return {
      syntax: await run('RETRUN 1'),
      variable: await run('RETURN missing'),
      division: await run('RETURN 1 / 0'),
      type: await run('UNWIND $x AS x RETURN x.y', { x: [1] }),
      parameter: await run('RETURN $missing'),
      function: await run('RETURN nonsense(1)'),
      procedure: await run('CALL no.such()'),
      constraint: await run('CREATE (:Unique {key: 1})'),
      attached: await run('CREATE (a)-[:R]->() WITH a DELETE a'),
      deleted: await run('CREATE (n {x: 1}) DELETE n RETURN n.x'),
      property: await run('CREATE ({x: {y: 1}})'),
      database: await failure(() => rows('RETURN 1', {}, { database: 'nosuch' })),
      batches: await failure(() => using({}, session => session.executeWrite(tx => tx.run('UNWIND [1] AS i CALL (i) { CREATE () } IN TRANSACTIONS')))),
      afterFailure: await failure(() => using({}, async session => {
        const tx = await session.beginTransaction()
        await tx.run('RETURN 1 / 0').catch(() => {})
        await tx.run('RETURN 1')
      }))
    }
  },

  async timeouts () {
    const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)'
    return [
      await failure(() => using({}, session => session.run(endless, {}, { timeout: 200 }))),
      await failure(() => using({}, async session => {
        const tx = await session.beginTransaction({ timeout: 200, metadata: { why: 'test' } })
        await tx.run(endless)
      })),
      await single('RETURN 1')
    ]
  },

  async summaries () {
    return using({}, async session => {
      const summaryOf = async query => (await session.run(query)).summary
      const write = await summaryOf("CREATE (a:S {x: 1})-[:R {y: 2}]->(b:S:T) SET b.z = 3 REMOVE b:T")
      const change = await summaryOf('MATCH (n:S) DETACH DELETE n')
      const schema = await summaryOf('CREATE INDEX s_index IF NOT EXISTS FOR (n:S) ON (n.x)')
      const dropped = await summaryOf('DROP INDEX s_index')
      const read = await summaryOf('RETURN 1')
      return [
        [write, change, schema, dropped, read].map(s => [s.queryType, s.counters.updates(), s.counters.containsUpdates(), s.counters.containsSystemUpdates()]),
        read.database.name, read.query.text, read.server.address === address, typeof read.resultAvailableAfter.toNumber(), read.hasPlan(), read.hasProfile()
      ]
    })
  },

  async plans () {
    return using({}, async session => {
      const explained = (await session.run('EXPLAIN MATCH (n:Person) RETURN n.name')).summary
      const profiled = (await session.run('PROFILE MATCH (n:Person) RETURN n.name')).summary
      const nothing = (await session.run('EXPLAIN CREATE (:Planned)')).summary
      return [explained.hasPlan(), explained.plan.operatorType, explained.plan.children.length, profiled.hasProfile(), profiled.profile.operatorType,
        profiled.profile.rows, typeof profiled.profile.dbHits, nothing.counters.containsUpdates(), await count('Planned')]
    })
  },

  async notifications () {
    return using({}, async session => (await session.run('MATCH (n:NoSuchLabel) RETURN n')).summary.notifications?.map(n => n.code) ?? [])
  },

  async routing () {
    const routed = connect('neo4j')
    const session = routed.session({ database: 'neo4j' })
    try {
      const written = await session.executeWrite(async tx => (await tx.run('CREATE (n:Routed) RETURN 1 AS one')).records[0].get('one').toNumber())
      const read = await session.executeRead(async tx => (await tx.run('MATCH (n:Routed) RETURN count(n) AS c')).records[0].get('c').toNumber())
      return [written, read, (await routed.getServerInfo()).address === address]
    } finally {
      await session.close()
      await routed.close()
    }
  },

  async twoSessionsAtOnce () {
    const [one, two] = [driver.session(), driver.session()]
    const tx = await one.beginTransaction()
    await tx.run('CREATE (:Shared)')
    const seen = async () => (await two.run('MATCH (n:Shared) RETURN count(n) AS c')).records[0].get('c').toNumber()
    const before = await seen()
    await tx.commit()
    const after = await seen()
    await rows('CREATE (:Counter {value: 0})')
    const parallel = await Promise.all(Array.from({ length: 20 }, (_, i) =>
      using({}, async session => (await session.executeWrite(t => t.run('MATCH (n:Counter) SET n.locked = true SET n.value = n.value + 1 RETURN $i AS i', { i }))).records[0].get('i'))))
    await Promise.all([one.close(), two.close()])
    return [before, after, parallel.reduce((a, b) => a + b), await single('MATCH (n:Counter) RETURN sum(n.value)')]
  },

  async encrypted () {
    const secret = connect('bolt+ssc')
    const routed = connect('neo4j+ssc')
    const strict = connect('bolt+s')
    try {
      const one = await secret.executeQuery('RETURN 1 AS x')
      const many = await routed.executeQuery("UNWIND range(1, 5000) AS i RETURN i, toString(i) AS s")
      return [one.records[0].get('x').toNumber(), many.records.length, many.records[4999].get('s'), await failure(() => strict.getServerInfo())]
    } finally {
      await Promise.all([secret.close(), routed.close(), strict.close()])
    }
  },

  async systemDatabase () {
    return [await rows('SHOW DATABASES YIELD name, currentStatus, default RETURN * ORDER BY name', {}, { database: 'system' }),
      await rows('SHOW CURRENT USER YIELD user', {}, { database: 'system' })]
  },

  // What Neo4j Browser asks while it connects, and every twenty seconds after.
  async browser () {
    const keys = (query, database) => using({ database, defaultAccessMode: neo4j.session.READ }, async session => {
      const result = await session.run(query)
      return [result.records.length > 0, result.records[0]?.keys ?? []]
    })
    return [
      await keys('CALL dbms.components() YIELD name, versions, edition'),
      await keys('SHOW PROCEDURES yield name, description, signature'),
      await keys('SHOW FUNCTIONS yield name, description, signature'),
      await keys('CALL dbms.clientConfig() YIELD name, value', 'system'),
      (await keys('SHOW DATABASES', 'system'))[0],
      (await keys('SHOW CURRENT USER', 'system'))[0],
      await keys(`CALL db.labels() YIELD label
        RETURN {name:'labels', data:COLLECT(label)[..1000]} AS result
        UNION ALL
        CALL db.relationshipTypes() YIELD relationshipType
        RETURN {name:'relationshipTypes', data:COLLECT(relationshipType)[..1000]} AS result
        UNION ALL
        CALL db.propertyKeys() YIELD propertyKey
        RETURN {name:'propertyKeys', data:COLLECT(propertyKey)[..1000]} AS result
        UNION ALL
        MATCH () RETURN { name:'nodes', data:count(*) } AS result
        UNION ALL
        MATCH ()-[]->() RETURN { name:'relationships', data: count(*)} AS result`),
      await keys('CALL db.ping()'),
      await keys('SHOW INDEXES YIELD name, type, labelsOrTypes, properties, state'),
      await keys('SHOW CONSTRAINTS YIELD name, type, labelsOrTypes, properties')
    ]
  }
}

async function main () {
  for (const [check, run] of Object.entries(checks)) {
    try {
      results[check] = await run()
    } catch (error) {
      results[check] = { failed: `${error.code ?? ''} ${error.message}` }
    }
  }
  await driver.close()
  console.log(JSON.stringify(results))
}

main().catch(error => {
  console.error(error)
  process.exit(1)
})
