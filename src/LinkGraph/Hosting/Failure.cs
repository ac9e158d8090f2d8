namespace LinkGraph.Hosting;

/// <summary>What to say about an exception, and the exit code.</summary>
internal sealed record Failure(int ExitCode, string Message)
{
    /// <summary>What went wrong and what to do next; null where the exception is a bug, whose stack trace says more than we could.</summary>
    public static Failure? Explain(Exception exception, bool stopped) => exception switch
    {
        OperationCanceledException when stopped =>
            new(Hosting.ExitCode.Failed, "Stopped. What was written stays; give the same command again to go on where it stopped."),
        UsageException => new(Hosting.ExitCode.WrongUsage, exception.Message),
        IOException or UnauthorizedAccessException => new(Hosting.ExitCode.Failed, exception.Message),
        _ => null,
    };
}
