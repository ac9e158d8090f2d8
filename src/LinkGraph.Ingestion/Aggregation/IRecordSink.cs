using LinkGraph.Ingestion.Prompts;
using LinkGraph.Ingestion.Sources;

namespace LinkGraph.Ingestion.Aggregation;

/// <summary>Validates the records of one window and keeps what they say. Emptied by <see cref="Finish"/> and used again.</summary>
internal interface IRecordSink
{
    /// <summary>False where the record breaks the contract: nothing of it is kept, the reason is in the record.</summary>
    bool Add(RawRecord record);

    /// <summary>Hands over the rows of the window. Only exchanges have sketches.</summary>
    SketchBatch? Finish(BatchCutter batches);
}
