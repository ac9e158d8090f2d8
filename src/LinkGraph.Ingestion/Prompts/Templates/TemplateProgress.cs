namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>How far the search for templates is.</summary>
/// <param name="Step">The step that has begun.</param>
/// <param name="Share">Of the whole search, 0 to 1, roughly by time.</param>
public readonly record struct TemplateProgress(string Step, double Share);
