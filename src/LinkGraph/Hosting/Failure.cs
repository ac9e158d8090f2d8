using LinkGraph.Graph.Catalogue;
using LinkGraph.Graph.Connection;
using LinkGraph.Graph.Publishing;
using LinkGraph.Ingestion;
using Neo4j.Driver;

namespace LinkGraph.Hosting;

/// <summary>What to say about an exception, and the exit code.</summary>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>What went wrong and what to do next.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="stopped">What to say if the command was asked to stop; null if it was not.</param>
    /// <param name="database">The database in use, for messages.</param>
    public static Failure Explain(Exception exception, string? stopped, string? database) => exception switch
    {
        // To stop takes the connections away from whatever uses them.
        OperationCanceledException or Neo4jException or ObjectDisposedException when stopped is not null => Failed(stopped),
        UsageException or QueryCatalogueException => new(Hosting.ExitCode.WrongUsage, exception.Message),
        IngestionException or PublicationTooLargeException => Failed(exception.Message),
        AuthenticationException => Failed(
            $"{database} does not let us in: {exception.Message} Set {DatabaseOptions.UserVariable} and {DatabaseOptions.PasswordVariable}."),
        _ when GraphErrors.IsOutOfMemory(exception) => Failed(
            $"{database} has too little memory for this. Give it a larger heap (server.memory.heap.max_size), raise "
            + $"dbms.memory.transaction.total.max, or ask it for less at a time. What was written stays; the same command goes on. {Describe(exception)}"),
        Neo4jException error when GraphErrors.IsUnavailable(error) => Failed(
            $"{database} cannot be reached: {CypherRunner.Describe(error)} Is a Neo4j 5 running there? What was written stays; the same command goes on."),
        Neo4jException error => Failed(Describe(error)),
        IOException or UnauthorizedAccessException or InvalidDataException => Failed(exception.Message),
        _ => Failed($"This is a fault of the program, please report it:{Environment.NewLine}{exception}"),
    };

    private static string Describe(Exception exception) =>
        GraphErrors.Cause(exception) is Neo4jException cause ? CypherRunner.Describe(cause) : exception.Message;

    private static Failure Failed(string message) => new(Hosting.ExitCode.Failed, message);
}
