using System.Globalization;
using System.Text;

namespace LinkGraph.TckTests.Values;

/// <summary>
/// Writes values in the TCK's notation, one text a value: labels and keys are sorted, so that equal values have equal texts and
/// comparing texts compares values.
/// </summary>
public static class TckText
{
    /// <param name="value">The value.</param>
    /// <param name="ignoringListOrder">Sorts the elements of every list, nested ones too.</param>
    public static string Of(TckValue value, bool ignoringListOrder = false)
    {
        var text = new StringBuilder();
        new Writer(text, ignoringListOrder).Write(value);
        return text.ToString();
    }

    private readonly struct Writer(StringBuilder text, bool ignoringListOrder)
    {
        public void Write(TckValue value)
        {
            switch (value)
            {
                case TckNull:
                    text.Append("null");
                    break;
                case TckBoolean boolean:
                    text.Append(boolean.Value ? "true" : "false");
                    break;
                case TckInteger integer:
                    text.Append(CultureInfo.InvariantCulture, $"{integer.Value}");
                    break;
                case TckFloat number:
                    text.Append(Float(number.Value));
                    break;
                case TckString words:
                    Quote(words.Value);
                    break;
                case TckList list:
                    List(list);
                    break;
                case TckMap map:
                    Map(map.Entries);
                    break;
                case TckNode node:
                    Node(node);
                    break;
                case TckRelationship relationship:
                    Relationship(relationship);
                    break;
                case TckPath path:
                    Path(path);
                    break;
                default:
                    throw new ArgumentException($"Unknown kind of value: {value.GetType()}", nameof(value));
            }
        }

        private static string Float(double value)
        {
            if (double.IsNaN(value))
                return "NaN";
            if (double.IsInfinity(value))
                return value > 0 ? "Inf" : "-Inf";
            // The two zeros are equal, to the TCK as to IEEE 754.
            var digits = (value == 0 ? 0.0 : value).ToString("R", CultureInfo.InvariantCulture);
            return digits.AsSpan().ContainsAny('.', 'E') ? digits : digits + ".0";
        }

        private void Quote(string words)
        {
            text.Append('\'');
            foreach (var character in words)
            {
                text.Append(character switch
                {
                    '\'' => "\\'",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    _ => null,
                });
                if (character is not ('\'' or '\\' or '\n' or '\r' or '\t'))
                    text.Append(character);
            }
            text.Append('\'');
        }

        private void List(TckList list)
        {
            var sorted = ignoringListOrder;
            var items = list.Items.Select(item => Of(item, sorted));
            text.Append('[').AppendJoin(", ", sorted ? items.Order(StringComparer.Ordinal) : items).Append(']');
        }

        private void Map(IReadOnlyDictionary<string, TckValue> entries)
        {
            var separator = "{";
            foreach (var (key, value) in entries.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            {
                text.Append(separator).Append(Name(key)).Append(": ");
                Write(value);
                separator = ", ";
            }
            text.Append(entries.Count == 0 ? "{}" : "}");
        }

        private void Node(TckNode node)
        {
            text.Append('(');
            foreach (var label in node.Labels.Order(StringComparer.Ordinal))
                text.Append(':').Append(Name(label));
            Properties(node.Properties, node.Labels.Count > 0);
            text.Append(')');
        }

        private void Relationship(TckRelationship relationship)
        {
            text.Append("[:").Append(Name(relationship.Type));
            Properties(relationship.Properties, afterName: true);
            text.Append(']');
        }

        private void Path(TckPath path)
        {
            text.Append('<');
            Node(path.Start);
            foreach (var step in path.Steps)
            {
                text.Append(step.IsForward ? "-" : "<-");
                Relationship(step.Relationship);
                text.Append(step.IsForward ? "->" : "-");
                Node(step.Node);
            }
            text.Append('>');
        }

        private void Properties(IReadOnlyDictionary<string, TckValue> properties, bool afterName)
        {
            if (properties.Count == 0)
                return;
            if (afterName)
                text.Append(' ');
            Map(properties);
        }

        private static string Name(string name) =>
            name.Length > 0 && name.All(character => char.IsLetterOrDigit(character) || character == '_')
                ? name
                : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
    }
}
