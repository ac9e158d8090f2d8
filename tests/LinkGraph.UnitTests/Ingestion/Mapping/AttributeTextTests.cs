using LinkGraph.Ingestion.Mapping;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion.Mapping;

public sealed class AttributeTextTests
{
    [Theory]
    [InlineData(AttributeKind.Name, "  Élodie O'Brien-Smith ", "elodie obrien smith")]
    [InlineData(AttributeKind.Text, "Στα καμένα (live)", "στα καμενα live")]
    [InlineData(AttributeKind.Name, "...", "")]
    [InlineData(AttributeKind.Code, "TQ13 8df", "tq138df")]
    [InlineData(AttributeKind.Date, "1855-3-15", "18550315")]
    [InlineData(AttributeKind.Date, "1855-86-18", "18558618")]
    [InlineData(AttributeKind.Date, "soon", null)]
    [InlineData(AttributeKind.Year, "'05", "05")]
    [InlineData(AttributeKind.Year, "3", "03")]
    [InlineData(AttributeKind.Year, "199", null)]
    [InlineData(AttributeKind.Number, "007", "7")]
    [InlineData(AttributeKind.Number, "seven", null)]
    [InlineData(AttributeKind.Duration, "04:22", "262")]
    [InlineData(AttributeKind.Duration, "1:04:22", "3862")]
    [InlineData(AttributeKind.Duration, "4m 22sec", "262")]
    [InlineData(AttributeKind.Duration, "4.367", "262")]
    [InlineData(AttributeKind.Duration, "262", "262")]
    [InlineData(AttributeKind.Duration, "26 2000", "262")]
    [InlineData(AttributeKind.Duration, "00:00", "")]
    [InlineData(AttributeKind.Duration, "long", null)]
    public void Normal_OfAValue_KeepsWhatComparingNeeds(AttributeKind kind, string text, string? normal) =>
        Assert.Equal(normal, AttributeText.Normal(kind, text));
}
