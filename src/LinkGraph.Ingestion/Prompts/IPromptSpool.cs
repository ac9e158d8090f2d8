namespace LinkGraph.Ingestion.Prompts;

/// <summary>
/// The sketches of all prompts that the graph has acknowledged, by source and batch. Sketches are appended before their batch is
/// committed to the graph; what the graph did not take is dropped again with <see cref="DropAfter"/>.
/// </summary>
public interface IPromptSpool
{
    /// <summary>Keeps the sketches of a batch, on disk when the call returns. A batch appended before under the same source and number is replaced.</summary>
    void Append(string source, long seq, SketchBatch sketches);

    /// <summary>Number of the last batch kept of a source; null where there is none.</summary>
    long? LastSeq(string source);

    /// <summary>Forgets the batches of a source that come after <paramref name="seq"/>.</summary>
    void DropAfter(string source, long seq);
}
