namespace LinkGraph.Embedded;

/// <summary>The folder cannot be opened: its disk is full or read-only, or what is in it is damaged. The message says which.</summary>
public sealed class DatabaseUnusableException(string message, Exception inner) : IOException(message, inner);
