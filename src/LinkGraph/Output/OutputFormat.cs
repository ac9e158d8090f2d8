namespace LinkGraph.Output;

/// <summary>How records are written.</summary>
internal enum OutputFormat
{
    Table,
    Json,
    Csv,
}
