using System.Text;
using LinkGraph.Ingestion.Aggregation;
using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Mapping;

/// <summary>Records of a mapped source: an account, and the attributes that it has.</summary>
internal sealed class MappedSink(RecordMapping mapping, FactKeys keys) : IRecordSink
{
    /// <summary>Longest value, in bytes of UTF-8: a longer one is no value but a document, and would not fit an index.</summary>
    public const int MaxValue = 1024;

    private readonly AccountSink _accounts = new(new MailKeys(keys));
    private readonly HiddenText _hidden = new(keys);
    private readonly List<AttributeRow> _rows = [];
    private readonly List<AttributeFact> _found = [];

    public bool Add(RawRecord record)
    {
        _found.Clear();
        if (!FieldRules.RequiredString(record, 0, FieldRules.MaxId, out string id))
        {
            return false;
        }
        for (int i = 0; i < mapping.Attributes.Count; i++)
        {
            if (!TryRead(record, RecordMapping.AccountFields.Length + i, mapping.Attributes[i]))
            {
                return false;
            }
        }
        if (mapping.HasAccounts && !_accounts.Add(record))
        {
            return false;
        }
        _rows.AddRange(_found.Select(attribute => new AttributeRow(id, attribute)));
        return true;
    }

    public SketchBatch? Finish(BatchCutter batches)
    {
        _accounts.Finish(batches);
        RowLayers.Add(batches, _rows, row => (row.Id, row.Account), RowOrder.Attributes, static (batch, rows) => batch with { Attributes = rows });
        _rows.Clear();
        return null;
    }

    /// <summary>What is none of its kind counts as missing: the records have errors, and the rest of one may be right.</summary>
    private bool TryRead(RawRecord record, int field, MappedAttribute attribute)
    {
        ReadOnlySpan<byte> text = default;
        if (record.TypeOf(field) == FieldType.Number)
        {
            text = record.Bytes(field);
        }
        else if (!FieldRules.IsText(record, field, out text))
        {
            return false;
        }
        if (text.Length > MaxValue)
        {
            return record.Fail(field, $"longer than {MaxValue} bytes");
        }
        string value = Encoding.UTF8.GetString(text).Trim();
        if (value.Length > 0 && !mapping.Missing.Contains(value.ToLowerInvariant())
            && AttributeText.Normal(attribute.Kind, value) is { Length: > 0 } normal)
        {
            string kept = attribute.IsHashed ? _hidden.Of(attribute.Kind, normal) : normal;
            _found.Add(new AttributeFact(attribute.Field, attribute.Kind, attribute.MayHold, kept));
        }
        return true;
    }
}
