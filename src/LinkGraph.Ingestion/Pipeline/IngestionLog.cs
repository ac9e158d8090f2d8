using Microsoft.Extensions.Logging;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>What ingestion logs: names of sources, counts and times, nothing of a record.</summary>
internal static partial class IngestionLog
{
    [LoggerMessage(EventId = 2001, Level = LogLevel.Information, Message = "{Source}: from record {Position} on")]
    public static partial void SourceStarted(ILogger logger, string source, long position);

    [LoggerMessage(EventId = 2002, Level = LogLevel.Information, Message = "{Source}: {Records} records, {Rejected} rejected")]
    public static partial void SourceDone(ILogger logger, string source, long records, long rejected);

    [LoggerMessage(EventId = 2003, Level = LogLevel.Warning, Message = "{Source}: cannot be read from line {Line} on: {Reason}")]
    public static partial void SourceDamaged(ILogger logger, string source, long line, string reason);

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Waiting for the database, next attempt in {Seconds:0.0} s ({Error})")]
    public static partial void WaitingForDatabase(ILogger logger, double seconds, string error);

    [LoggerMessage(EventId = 2005, Level = LogLevel.Warning, Message = "{Source}: connection lost, next attempt in {Seconds:0.0} s ({Error})")]
    public static partial void WaitingForSource(ILogger logger, string source, double seconds, string error);
}
