using LinkGraph.Model.Records;
using LinkGraph.Resolution.Records;

namespace LinkGraph.UnitTests.Resolution.Records;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("thomas", "thomas", 0)]
    [InlineData("thomas", "rhomas", 1)]
    [InlineData("thomas", "tohmas", 1)]
    [InlineData("thomas", "thoms", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Slips_BetweenTwoTexts_AreTheFewest(string a, string b, int slips)
    {
        Assert.Equal(slips, Spelling.Slips(a, b));
        Assert.Equal(slips, Spelling.Slips(b, a));
    }

    [Theory]
    [InlineData("brightman", "brightmann", 0.8, 1)]
    [InlineData("c", "charles", 0.5, 0.5)]
    [InlineData("c", "boys", 0, 0)]
    [InlineData("anne", "robert", 0, 0.2)]
    public void Likeness_OfTwoWords_LiesBetween(string a, string b, double least, double most)
    {
        Assert.InRange(Spelling.Likeness(new Word(a), new Word(b)), least, most);
        Assert.InRange(Spelling.Likeness(new Word(b), new Word(a)), least, most);
    }

    [Theory]
    [InlineData("philip", "phillip")]
    [InlineData("catherine", "cathryn")]
    [InlineData("dickins", "dickens")]
    public void Sound_OfTwoSpellings_IsOne(string a, string b) => Assert.Equal(WordKeys.Sound(a), WordKeys.Sound(b));

    [Fact]
    public void Sound_OfOtherWords_Differs() => Assert.NotEqual(WordKeys.Sound("robert"), WordKeys.Sound("roland"));
}
