namespace LinkGraph.Ingestion.Sources;

/// <summary>Which column of a table is which field.</summary>
internal static class ColumnMap
{
    /// <summary>By column: the index of its field, -1 for a column that is none.</summary>
    /// <exception cref="IngestionException">A field that must be there is missing, or two columns have one name.</exception>
    public static int[] Make(string place, RecordSchema schema, IEnumerable<string> columns)
    {
        int[] fields = [.. columns.Select(schema.Find)];
        for (int field = 0; field < schema.Fields.Count; field++)
        {
            int count = fields.Count(f => f == field);
            if (count == 0 && schema.Requires(field))
            {
                throw new IngestionException(schema.Mapping is not null
                    ? $"{place}: has no column {schema.Fields[field]}, which the mapping names."
                    : $"{place}: has no column {schema.Fields[field]}; {schema.FileName} have the columns {string.Join(", ", schema.Fields)}.");
            }
            if (count > 1)
            {
                throw new IngestionException($"{place}: has the column {schema.Fields[field]} twice.");
            }
        }
        return fields;
    }
}
