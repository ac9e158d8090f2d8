namespace LinkGraph.Model.Ingest;

/// <summary>An account's use of a prompt template, as the graph should hold it (absolute, not added).</summary>
public sealed record SentRow(string Account, string Signature, long Count, Span Seen);

/// <summary>How many of an account's exchanges had a prompt, and how many of those show no template that another account shows too.</summary>
public sealed record PromptTotalsRow(string Account, long Prompts, long OwnPrompts);

/// <summary>An address known to the graph and the proxy it is an exit of, if any.</summary>
public sealed record ExitRow(string Address, string? ProxyId, double? Confidence);

/// <summary>The difference between the prompt templates that the graph holds and those that all prompts seen so far make.</summary>
public sealed record SentChanges(IReadOnlyList<SentRow> Set, IReadOnlyList<(string Account, string Signature)> Removed, IReadOnlyList<PromptTotalsRow> Totals);
