using System.Text.Json;

namespace LinkGraph.Ingestion.Sources;

/// <summary>Finds the known fields of one line of JSON without making a string of any of them.</summary>
internal sealed class JsonLineParser(RecordSchema schema)
{
    private readonly FlatJsonLine _flat = new(schema);

    /// <summary>False where the line is not an object; the record then says why.</summary>
    public bool Parse(byte[] data, int start, int length, RawRecord record)
    {
        record.Reset(data, untyped: false);
        return _flat.TryParse(data, start, length, record) || ParseAny(data, start, length, record);
    }

    private bool ParseAny(byte[] data, int start, int length, RawRecord record)
    {
        record.Reset(data, untyped: false);
        try
        {
            var reader = new Utf8JsonReader(data.AsSpan(start, length));
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return record.Fail(-1, "not a JSON object");
            }
            int guess = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                int field = FieldOf(ref reader, guess);
                reader.Read();
                if (field < 0)
                {
                    reader.Skip();
                    continue;
                }
                guess = field + 1;
                Take(ref reader, field, start, record);
            }
            reader.Read(); // anything behind the object throws
            return true;
        }
        catch (JsonException e)
        {
            return record.Fail(-1, $"malformed JSON at byte {(e.BytePositionInLine ?? 0) + 1}");
        }
    }

    /// <summary>Whether text is an object that has not ended yet: nothing is wrong with it but that there is no more.</summary>
    public static bool IsBeginning(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] != '{')
        {
            return false;
        }
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == 0)
                {
                    return false;
                }
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private int FieldOf(ref Utf8JsonReader reader, int guess)
    {
        if (!reader.ValueIsEscaped)
        {
            return schema.Find(reader.ValueSpan, guess);
        }
        for (int i = 0; i < schema.Fields.Count; i++)
        {
            if (reader.ValueTextEquals(schema.Fields[i]))
            {
                return i;
            }
        }
        return -1;
    }

    private static void Take(ref Utf8JsonReader reader, int field, int start, RawRecord record)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String when !reader.ValueIsEscaped:
                record.Set(field, new FieldSlice(start + (int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, FieldType.Text));
                break;
            case JsonTokenType.String:
                Unescape(ref reader, field, record);
                break;
            case JsonTokenType.Number:
                record.Set(field, new FieldSlice(start + (int)reader.TokenStartIndex, reader.ValueSpan.Length, FieldType.Number));
                break;
            case JsonTokenType.Null:
                record.Set(field, default);
                break;
            default:
                reader.Skip();
                record.Set(field, new FieldSlice(0, 0, FieldType.Other));
                break;
        }
    }

    private static void Unescape(ref Utf8JsonReader reader, int field, RawRecord record)
    {
        try
        {
            record.Keep(field, reader.CopyString(record.Scratch(reader.ValueSpan.Length)));
        }
        catch (InvalidOperationException)
        {
            record.Set(field, new FieldSlice(0, 0, FieldType.NotUnicode));
        }
    }
}
