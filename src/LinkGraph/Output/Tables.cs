using Spectre.Console;

namespace LinkGraph.Output;

/// <summary>Tables of one look.</summary>
internal static class Tables
{
    /// <summary>A table whose first column is text and whose other columns are figures, right-aligned.</summary>
    public static Table Create(string first, params string[] figures)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn(new TableColumn(Markup.Escape(first)));
        foreach (string figure in figures)
            table.AddColumn(new TableColumn(Markup.Escape(figure)).RightAligned());
        return table;
    }
}
