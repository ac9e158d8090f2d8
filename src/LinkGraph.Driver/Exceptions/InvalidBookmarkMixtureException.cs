namespace Neo4j.Driver;

/// <summary>Bookmarks that do not go together.</summary>
public sealed class InvalidBookmarkMixtureException : ClientException
{
    public InvalidBookmarkMixtureException()
    {
    }

    public InvalidBookmarkMixtureException(string message)
        : base(message)
    {
    }

    public InvalidBookmarkMixtureException(string code, string message)
        : base(code, message)
    {
    }

    public InvalidBookmarkMixtureException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public InvalidBookmarkMixtureException(string code, string message, Exception innerException)
        : base(code, message, innerException)
    {
    }
}
