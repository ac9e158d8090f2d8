// purpose: lets one publication at a time go on: takes a write lock, held to the end of the transaction, before anything is read
MERGE (l:Lock {name: 'publish'})
SET l.taken = true
