using LinkGraph.Ingestion.Aggregation;
using LinkGraph.Ingestion.Mapping;
using LinkGraph.Ingestion.Rejects;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Records;

namespace LinkGraph.Ingestion.Pipeline;

/// <summary>Turns raw windows of one kind into batches. Its tables are used again for each window, so it serves one thread at a time.</summary>
internal sealed class WindowWorker
{
    private readonly RecordSchema _schema;
    private readonly IRecordSink _sink;
    private readonly RawRecord _record;
    private readonly TimeProvider _time;

    public WindowWorker(RecordSchema schema, IngestionOptions options, TimeProvider time)
    {
        _schema = schema;
        _time = time;
        _record = new RawRecord(Math.Max(RawRecord.MaxFields, schema.Fields.Count));
        var keys = new FactKeys(options.Key, options.HashFacts);
        _sink = schema.Mapping is { } mapping ? new MappedSink(mapping, keys) : schema.Kind switch
        {
            RecordKind.Accounts => new AccountSink(new MailKeys(keys)),
            RecordKind.PaymentMethods => new PaymentSink(keys),
            RecordKind.Proxies => new ProxySink(),
            RecordKind.Models => new ModelSink(),
            _ => new ExchangeSink(keys, options.MinuteSampling),
        };
    }

    /// <summary>Reads a window and gives its buffers back.</summary>
    public WindowResult Process(RawWindow window, int batchRows, CancellationToken cancellationToken)
    {
        long started = _time.GetTimestamp();
        using (window)
        {
            int records = 0;
            List<Reject> rejects = [];
            for (int i = 0; i < window.Count; i++)
            {
                if ((i & 0xFFF) == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }
                ReadOutcome outcome = window.Read(i, _record);
                if (outcome == ReadOutcome.Blank)
                {
                    continue;
                }
                records++;
                if (outcome == ReadOutcome.Malformed || !_sink.Add(_record))
                {
                    string? field = _record.FaultField < 0 ? null : _schema.Fields[_record.FaultField];
                    rejects.Add(new Reject(window.FirstRecord + i + 1, window.LineOf(i), field, _record.FaultReason));
                }
            }
            var batches = new BatchCutter(batchRows);
            Prompts.SketchBatch? sketches = _sink.Finish(batches);
            return new WindowResult(
                window.FirstRecord, window.EndRecord, window.EndOffset, window.InputPosition, records, rejects, batches.Finish(), batchRows,
                sketches, _time.GetElapsedTime(started).TotalSeconds);
        }
    }
}
