using System.Text.Json;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>What a mapping file says.</summary>
internal sealed record MappingParts(
    IReadOnlyDictionary<string, string> Account, IReadOnlyList<MappedAttribute> Attributes, IReadOnlySet<string> Missing, string Canonical);

/// <summary>Reads a mapping file and names the place of whatever is wrong with it.</summary>
internal sealed class MappingReader(string place)
{
    private const int MostAttributes = 100;
    private const int LongestField = 64;
    private static readonly string[] Parts = ["id", "account", "attributes", "missing", "ignore"];
    private static readonly string[] AttributeParts = ["column", "field", "kind", "may_hold", "keep"];
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
    private readonly HashSet<string> _columns = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="IngestionException">It is no mapping.</exception>
    public MappingParts Read(string json)
    {
        using JsonDocument document = Parse(json);
        JsonElement root = document.RootElement;
        Object(root, "the mapping", Parts);
        var account = new Dictionary<string, string> { ["id"] = Column(Needed(root, "id", "id"), "id") };
        if (root.TryGetProperty("account", out JsonElement fields))
        {
            Account(fields, account);
        }
        List<MappedAttribute> attributes = [.. List(root, "attributes").Select((item, i) => Attribute(item, $"attributes[{i}]"))];
        if (attributes.Count is 0 or > MostAttributes)
        {
            throw Wrong("attributes", $"has {attributes.Count} columns; 1 to {MostAttributes} are needed");
        }
        Check(attributes);
        var missing = List(root, "missing").Select((item, i) => Text(item, $"missing[{i}]").Trim().ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        foreach ((int i, JsonElement item) in List(root, "ignore").Index())
        {
            Column(item, $"ignore[{i}]");
        }
        string canonical = string.Join('\n', [
            .. account.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}={field.Value}"),
            .. attributes.Select(attribute => $"{attribute.Column}|{attribute.Field}|{attribute.Kind}|{string.Join(',', attribute.MayHold)}|{attribute.IsHashed}"),
            .. missing.Order(StringComparer.Ordinal)]);
        return new MappingParts(account, attributes, missing, canonical);
    }

    private JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new IngestionException($"{place}, line {(e.LineNumber ?? 0) + 1}, byte {(e.BytePositionInLine ?? 0) + 1}: not JSON.", e);
        }
    }

    private void Account(JsonElement fields, Dictionary<string, string> account)
    {
        Object(fields, "account", [.. RecordMapping.AccountFields.Skip(1)]);
        foreach (JsonProperty field in fields.EnumerateObject())
        {
            account[field.Name] = Column(field.Value, $"account.{field.Name}");
        }
        if (account.Count > 1 && !account.ContainsKey("created_at"))
        {
            throw Wrong("account", "has no created_at, without which the other fields of an account cannot be kept");
        }
    }

    private MappedAttribute Attribute(JsonElement item, string at)
    {
        Object(item, at, AttributeParts);
        string column = Column(Needed(item, "column", $"{at}.column"), $"{at}.column");
        string field = item.TryGetProperty("field", out JsonElement named) ? Text(named, $"{at}.field") : column.ToLowerInvariant();
        if (!IsField(field))
        {
            throw Wrong($"{at}.field", $"'{field}' is not a name of lower-case letters, digits and underscores, {LongestField} at most; give one by \"field\"");
        }
        string kind = Text(Needed(item, "kind", $"{at}.kind"), $"{at}.kind");
        string[] kinds = [.. Enum.GetNames<AttributeKind>().Select(name => name.ToLowerInvariant())];
        if (!kinds.Contains(kind))
        {
            throw Wrong($"{at}.kind", $"'{kind}' is none of {string.Join(", ", kinds)}");
        }
        string[] mayHold = [.. List(item, "may_hold", at).Select((other, i) => Text(other, $"{at}.may_hold[{i}]")).Distinct().Order(StringComparer.Ordinal)];
        string keep = item.TryGetProperty("keep", out JsonElement kept) ? Text(kept, $"{at}.keep") : "value";
        return keep is "value" or "hash"
            ? new MappedAttribute(column, field, Enum.Parse<AttributeKind>(kind, ignoreCase: true), mayHold, keep == "hash")
            : throw Wrong($"{at}.keep", $"'{keep}' is neither value nor hash");
    }

    /// <summary>Fields are what the others refer to; only what has words can hold the words of others, and hidden words are met by hidden ones alone.</summary>
    private void Check(List<MappedAttribute> attributes)
    {
        foreach ((int i, MappedAttribute attribute) in attributes.Index())
        {
            if (attributes.FindIndex(other => other.Field == attribute.Field) < i)
            {
                throw Wrong($"attributes[{i}].field", $"'{attribute.Field}' is given twice");
            }
            if (attribute.MayHold.Count > 0 && !HasWords(attribute))
            {
                throw Wrong($"attributes[{i}].may_hold", "only a name or a text can hold the words of other fields");
            }
            foreach (string held in attribute.MayHold)
            {
                if (attributes.Find(other => other.Field == held && other != attribute) is not { } other || !HasWords(other))
                {
                    throw Wrong($"attributes[{i}].may_hold", $"'{held}' is no other field that is a name or a text");
                }
                if (other.IsHashed != attribute.IsHashed)
                {
                    throw Wrong($"attributes[{i}].may_hold", $"'{held}' is kept in another way; keep both as values or both as hashes");
                }
            }
        }
    }

    private static bool HasWords(MappedAttribute attribute) => attribute.Kind is AttributeKind.Name or AttributeKind.Text;

    private static bool IsField(string name) =>
        name.Length is > 0 and <= LongestField && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    private void Object(JsonElement element, string at, string[] names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(at, $"is not an object with {string.Join(", ", names)}");
        }
        HashSet<string> seen = [];
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                throw Wrong(at, $"'{property.Name}' is none of {string.Join(", ", names)}");
            }
            if (!seen.Add(property.Name))
            {
                throw Wrong(at, $"'{property.Name}' is given twice");
            }
        }
    }

    private JsonElement Needed(JsonElement element, string name, string at) =>
        element.TryGetProperty(name, out JsonElement value) ? value : throw Wrong(at, "is missing");

    private List<JsonElement> List(JsonElement element, string name, string? within = null)
    {
        if (!element.TryGetProperty(name, out JsonElement list))
        {
            return [];
        }
        string at = within is null ? name : $"{within}.{name}";
        return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : throw Wrong(at, "is not a list");
    }

    private string Text(JsonElement element, string at) =>
        element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : throw Wrong(at, "is not a text");

    private string Column(JsonElement element, string at)
    {
        string column = Text(element, at).Trim();
        if (column.Length == 0 || column.Contains('\0', StringComparison.Ordinal))
        {
            throw Wrong(at, "is not the name of a column");
        }
        return _columns.Add(column) ? column : throw Wrong(at, $"the column '{column}' is named twice");
    }

    private IngestionException Wrong(string at, string why) => new($"{place}, {at}: {why}.");
}
