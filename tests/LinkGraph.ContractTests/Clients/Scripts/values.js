// Values of neo4j-driver as JSON that keeps their types apart.
'use strict'

module.exports = function describer (neo4j) {
  function describe (value) {
    if (value === null || value === undefined || typeof value === 'string' || typeof value === 'boolean') return value ?? null
    if (typeof value === 'number') return { float: Object.is(value, -0) ? '-0' : String(value) }
    if (neo4j.isInt(value)) return { int: value.toString() }
    if (value instanceof Int8Array || value instanceof Uint8Array) return { bytes: Buffer.from(value).toString('hex') }
    if (Array.isArray(value)) return value.map(describe)
    if (neo4j.isDate(value)) return { date: value.toString() }
    if (neo4j.isTime(value)) return { time: value.toString() }
    if (neo4j.isLocalTime(value)) return { localTime: value.toString() }
    if (neo4j.isDateTime(value)) return { dateTime: value.toString() }
    if (neo4j.isLocalDateTime(value)) return { localDateTime: value.toString() }
    if (neo4j.isDuration(value)) return { duration: [value.months, value.days, value.seconds, value.nanoseconds].join(' ') } // their text differs between versions of the driver
    if (neo4j.isPoint(value)) return { point: value.toString() }
    if (neo4j.isNode(value)) return { node: [...value.labels].sort(), properties: describe(value.properties) }
    if (neo4j.isRelationship(value)) return { relationship: value.type, properties: describe(value.properties) }
    if (neo4j.isPath(value)) {
      return {
        path: [describe(value.start), ...value.segments.map(s => ({
          over: s.relationship.type,
          forward: s.relationship.startNodeElementId === s.start.elementId && s.relationship.endNodeElementId === s.end.elementId,
          to: describe(s.end)
        }))]
      }
    }
    return Object.fromEntries(Object.keys(value).sort().map(key => [key, describe(value[key])]))
  }
  return describe
}
