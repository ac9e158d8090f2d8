// purpose: removes templates that no account shows any more
// param: signatures list, ids of the templates to look at
UNWIND $signatures AS signature
MATCH (p:PromptSignature {id: signature}) WHERE COUNT { (p)<-[:SENT]-() } = 0
DETACH DELETE p
