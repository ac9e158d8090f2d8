namespace LinkGraph.Model.Evidence;

/// <summary>One kind of evidence, as the header of its file in cypher/evidence/ names it.</summary>
/// <param name="Name">Unique, snake_case: <c>payment_method</c>, <c>bin</c>, <c>address</c>, <c>block</c>, <c>proxy</c>, <c>template</c>, <c>client</c>, <c>mail_domain</c>, <c>minute</c>, <c>signup_day</c>, <c>country</c>.</param>
/// <param name="Family">The family it counts in.</param>
/// <param name="Role">What it may do.</param>
public sealed record FacetDefinition(string Name, Family Family, Role Role);
