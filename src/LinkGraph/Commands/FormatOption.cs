using System.CommandLine;
using LinkGraph.Output;

namespace LinkGraph.Commands;

/// <summary>The option that says how records are written.</summary>
internal static class FormatOption
{
    public static Option<OutputFormat> Create() => new("--format")
    {
        Description = "How records are written",
        HelpName = "table|json|csv",
        DefaultValueFactory = _ => OutputFormat.Table,
        CustomParser = result =>
        {
            if (Enum.GetValues<OutputFormat>().Where(f => Name(f) == result.Tokens[0].Value).ToArray() is [var format])
                return format;
            result.AddError("--format must be one of table, json, csv.");
            return OutputFormat.Table;
        },
    };

    private static string Name(OutputFormat format) => format.ToString().ToLowerInvariant();
}
