namespace LinkGraph.Ingestion.Prompts;

/// <summary>Sketch batches that can be read any number of times, by several threads at once, in any order.</summary>
public interface ISketchReader
{
    /// <summary>How many batches there are.</summary>
    int BatchCount { get; }

    /// <summary>Reads a batch. Throws <see cref="InvalidDataException"/> where it is damaged.</summary>
    SketchBatch ReadBatch(int index);
}
