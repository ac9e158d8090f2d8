namespace LinkGraph.Commands;

/// <summary>What <c>--help</c> says of mapping files; the README says it at length.</summary>
internal static class MappingHelp
{
    public const string Text =
        """
        JSON that says what the columns of the files mean, for records of any shape: {"id": COLUMN, "account": {"created_at": COLUMN, "email": COLUMN, ...}, "attributes": [{"column": COLUMN, "field": NAME, "kind": "name|text|category|code|date|year|number|duration", "may_hold": [NAME, ...], "keep": "value|hash"}, ...], "missing": ["null", ...], "ignore": [COLUMN, ...]}. Only id and attributes are needed; columns that it does not name are ignored
        """;
}
