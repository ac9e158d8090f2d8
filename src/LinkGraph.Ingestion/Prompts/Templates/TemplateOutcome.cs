using System.Globalization;

namespace LinkGraph.Ingestion.Prompts.Templates;

/// <summary>
/// The templates that two accounts or more have shown, in columns. Account <c>a</c> uses <c>UseTemplate[UseOffsets[a]..UseOffsets[a + 1]]</c>,
/// ascending. It depends on which exchanges there are, not on their order or their batches.
/// </summary>
/// <param name="Accounts">Ids of all accounts with a prompt, sorted ordinally.</param>
/// <param name="Prompts">By account: exchanges whose prompt has a word.</param>
/// <param name="OwnPrompts">By account: those of them that show no template of this outcome.</param>
/// <param name="Templates">The smallest anchor of each template, ascending.</param>
/// <param name="UseOffsets">One entry more than accounts, first 0.</param>
/// <param name="UseTemplate">Index into <paramref name="Templates"/>.</param>
/// <param name="UseCount">In how many exchanges of the account it is shown.</param>
/// <param name="UseFirst">When it is first shown, in seconds since 1970-01-01 UTC.</param>
/// <param name="UseLast">When it is last shown.</param>
public sealed record TemplateOutcome(
    string[] Accounts, int[] Prompts, int[] OwnPrompts, uint[] Templates,
    int[] UseOffsets, int[] UseTemplate, int[] UseCount, long[] UseFirst, long[] UseLast)
{
    /// <summary>The id of a template: its smallest anchor in hexadecimal.</summary>
    public string TemplateId(int template) => Templates[template].ToString("x8", CultureInfo.InvariantCulture);
}
