namespace LinkGraph.Hosting;

/// <summary>The command line, or a file it names, is not what the command needs. The message says what to give instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
