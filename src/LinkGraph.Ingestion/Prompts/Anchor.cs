namespace LinkGraph.Ingestion.Prompts;

/// <summary>One hashed run of words of a prompt. It says nothing of the words themselves.</summary>
/// <param name="Hash">Hash of the run.</param>
/// <param name="Position">Number of its first word, from 0; words from 65,535 on count as 65,535.</param>
public readonly record struct Anchor(uint Hash, ushort Position);
