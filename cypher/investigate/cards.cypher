// title: Which cards does it pay with?
// purpose: An operator's payment methods by issuer and country: how many, how many accounts each, and how many of the issuer there are at all.
// param: operator string, the operator's id
// param: limit integer = 25, how many issuers at most
MATCH (:Operator {id: $operator})<-[:OPERATED_BY]-()-[:PAID_WITH]->(p:PaymentMethod)
WITH DISTINCT p
WITH p.bin AS bin, p.country AS country, count(*) AS cards, avg(COUNT { (p)<-[:PAID_WITH]-() }) AS accountsPerCard
WITH bin, country, cards, accountsPerCard, COUNT { MATCH (q:PaymentMethod) WHERE q.bin = bin } AS everywhere
RETURN bin, country, cards, accountsPerCard, everywhere
ORDER BY CASE WHEN everywhere = 0 THEN 0.0 ELSE 1.0 * cards / everywhere END DESC, cards DESC, bin, country LIMIT $limit
