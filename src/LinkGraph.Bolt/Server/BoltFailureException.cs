namespace LinkGraph.Bolt.Server;

/// <summary>A request failed, and the client is told why.</summary>
public sealed class BoltFailureException : Exception
{
    /// <param name="code">A status code of Neo4j, as <c>Neo.ClientError.Statement.SyntaxError</c>.</param>
    /// <param name="message">For people.</param>
    /// <param name="inner">Why; not told.</param>
    /// <param name="isFatal">The connection ends with this.</param>
    public BoltFailureException(string code, string message, Exception? inner = null, bool isFatal = false)
        : base(message, inner) => (Code, IsFatal) = (code, isFatal);

    public string Code { get; }

    public bool IsFatal { get; }

    internal static BoltFailureException Invalid(string message, Exception? inner = null) =>
        new("Neo.ClientError.Request.Invalid", message, inner, isFatal: true);

    internal static BoltFailureException Unauthorized(string message) =>
        new("Neo.ClientError.Security.Unauthorized", message, isFatal: true);

    internal static BoltFailureException Terminated() => new(
        "Neo.TransientError.Transaction.Terminated",
        "The transaction has been terminated. Retry your operation in a new transaction, and you should see a successful result. Explicitly terminated by the user.");

    internal static BoltFailureException TimedOut() => new(
        "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
        "The transaction has been terminated. It took longer than the client allowed when it began; its changes are rolled back.");

    internal static BoltFailureException LeftAlone() => new(
        "Neo.ClientError.Transaction.TransactionTimedOut",
        "The transaction has been terminated. It was left idle for longer than it may; its changes are rolled back.");
}
