namespace LinkGraph.Ingestion.Prompts;

/// <summary>Sketch batches that can be read any number of times, by several threads at once, in any order.</summary>
public interface ISketchReader
{
    /// <summary>How many batches there are.</summary>
    int BatchCount { get; }

    /// <summary>At least as many as there are anchors in all batches; tables are sized by it.</summary>
    long AnchorBound { get; }

    /// <summary>Reads a batch. Throws <see cref="InvalidDataException"/> where it is damaged.</summary>
    SketchBatch ReadBatch(int index);
}
