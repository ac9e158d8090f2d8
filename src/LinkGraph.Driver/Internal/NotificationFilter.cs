#nullable enable
namespace Neo4j.Driver.Internal;

/// <summary>The notification fields of HELLO, BEGIN and RUN; null fields are not sent.</summary>
internal sealed class NotificationFilter(string? minimumSeverity, string[]? disabledCategories) : INotificationsConfig
{
    public static NotificationFilter Off { get; } = new("OFF", null);

    public string? MinimumSeverity { get; } = minimumSeverity;

    public string[]? DisabledCategories { get; } = disabledCategories;

    public static NotificationFilter From(Severity? minimumSeverity, Category[]? disabledCategories)
    {
        if (minimumSeverity is null && disabledCategories is null)
            throw new ArgumentException("Give a minimum severity, disabled categories, or both.");
        return new NotificationFilter(
            minimumSeverity?.ToString().ToUpperInvariant(),
            disabledCategories?.Distinct().Select(category => category.ToString().ToUpperInvariant()).ToArray());
    }
}
