namespace LinkGraph.TckTests.Running;

/// <summary>An argument or a column of a procedure. Its type is as the signature has it: <c>STRING?</c>, <c>INTEGER?</c>,
/// <c>FLOAT?</c> or <c>NUMBER?</c>, where the question mark allows null.</summary>
public sealed record TckField(string Name, string Type);
