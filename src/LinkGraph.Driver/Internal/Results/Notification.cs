#nullable enable
namespace Neo4j.Driver.Internal.Results;

internal sealed class Notification(Dictionary<string, object> fields) : INotification
{
    public string Code => Text("code");

    public string Title => Text("title");

    public string Description => Text("description");

    public IInputPosition Position { get; } = fields.GetValueOrDefault("position") is Dictionary<string, object> position
        ? new InputPosition(position)
        : null!;

    public NotificationSeverity SeverityLevel => RawSeverityLevel switch
    {
        "WARNING" => NotificationSeverity.Warning,
        "INFORMATION" => NotificationSeverity.Information,
        _ => NotificationSeverity.Unknown,
    };

    public string RawSeverityLevel => Text("severity");

    public NotificationCategory Category =>
        Enum.TryParse<NotificationCategory>(RawCategory, ignoreCase: true, out var category) ? category : NotificationCategory.Unknown;

    public string RawCategory => Text("category");

    private string Text(string name) => fields.GetValueOrDefault(name) as string ?? "";
}
