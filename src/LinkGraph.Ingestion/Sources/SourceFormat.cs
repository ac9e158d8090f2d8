namespace LinkGraph.Ingestion.Sources;

/// <summary>How the records of a source are written down.</summary>
public enum SourceFormat
{
    Ndjson,
    Csv,
    Parquet,
    Sql,
}
