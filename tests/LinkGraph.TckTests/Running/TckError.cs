namespace LinkGraph.TckTests.Running;

/// <summary>An error in the TCK's words.</summary>
/// <param name="Type">Such as SyntaxError.</param>
/// <param name="Phase">When it was raised.</param>
/// <param name="Message">What the target said, its own code included where it has one.</param>
/// <param name="Detail">Such as UndefinedVariable, where the target knows; it is compared only then.</param>
public sealed record TckError(string Type, TckPhase Phase, string Message, string? Detail = null)
{
    /// <summary>An error with one of Neo4j's status codes, such as <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
    public static TckError FromStatusCode(string code, TckPhase phase, string message, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(code);
        return new TckError(TypeOf(code), phase, $"{code}: {message}", detail);
    }

    private static string TypeOf(string code) => code switch
    {
        "Neo.ClientError.Schema.ConstraintValidationFailed" => "ConstraintVerificationFailed",
        _ when code.StartsWith("Neo.ClientError.Procedure.", StringComparison.Ordinal) => "ProcedureError",
        _ => code[(code.LastIndexOf('.') + 1)..],
    };
}
