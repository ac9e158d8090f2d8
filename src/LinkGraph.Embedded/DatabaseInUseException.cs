namespace LinkGraph.Embedded;

/// <summary>Another process has the folder open.</summary>
public sealed class DatabaseInUseException : IOException
{
    public DatabaseInUseException(string message, Uri? address, string? user, Exception inner)
        : base(message, inner) => (Address, User) = (address, user);

    /// <summary>Where it is to be reached, if it says so.</summary>
    public Uri? Address { get; }

    /// <summary>Whom it lets in; null: everybody.</summary>
    public string? User { get; }
}
