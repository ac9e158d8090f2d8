namespace LinkGraph.Storage.Journal;

/// <summary>How a column is written. The numbers are kept on disk.</summary>
internal enum ColumnCode : byte
{
    /// <summary>One value after the other.</summary>
    Values = 1,

    /// <summary>One value, then the 64 bits of each.</summary>
    Bits = 2,
}
