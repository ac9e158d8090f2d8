namespace Neo4j.Driver;

/// <summary>A hint or warning of the server about a query.</summary>
public interface INotification
{
    string Code { get; }

    string Title { get; }

    string Description { get; }

    /// <summary>Where in the query; null for the whole.</summary>
    IInputPosition Position { get; }

    NotificationSeverity SeverityLevel { get; }

    /// <summary>As the server sent it.</summary>
    string RawSeverityLevel { get; }

    NotificationCategory Category { get; }

    /// <summary>As the server sent it.</summary>
    string RawCategory { get; }
}
