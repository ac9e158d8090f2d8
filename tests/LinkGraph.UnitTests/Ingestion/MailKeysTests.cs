using System.Text;
using LinkGraph.Ingestion.Validation;
using LinkGraph.Model.Ingest;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

public sealed class MailKeysTests
{
    [Theory]
    [InlineData("kelista62", "a9")]
    [InlineData("john.doe", "a.a")]
    [InlineData("j_d-77+x", "a_a-9+a")]
    [InlineData("müller1", "a9")]
    [InlineData("٣٤x", "9a")]
    [InlineData("a☃b", "a?a")]
    public void Shape_LocalPart_IsRuns(string local, string shape) => Assert.Equal(shape, MailKeys.Shape(local));

    [Fact]
    public async Task RunAsync_SameAddressSpelledDifferently_HasOneKeyAndTheAddressIsGone()
    {
        using var fixture = new IngestFixture();
        await fixture.RunAsync(
            RecordKind.Accounts,
            """
            {"id":"a","created_at":"2026-01-01T00:00:00Z","email":"Some.One@Example.COM"}
            {"id":"b","created_at":"2026-01-01T00:00:00Z","email":"some.one@example.com."}
            {"id":"c","created_at":"2026-01-01T00:00:00Z","email":"\"odd@name\"@example.com"}
            """);
        AccountRow a = fixture.Graph.Accounts["a"];
        Assert.Equal(a.EmailKey, fixture.Graph.Accounts["b"].EmailKey);
        Assert.NotEqual(a.EmailKey, fixture.Graph.Accounts["c"].EmailKey);
        Assert.Equal("example.com", fixture.Graph.Accounts["c"].EmailDomain);
        Assert.Equal(("example.com", "a.a"), (a.EmailDomain, a.EmailShape));
        Assert.DoesNotContain("some", fixture.Graph.Dump(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Hash_AnotherKey_IsAnotherHash()
    {
        byte[] text = Encoding.UTF8.GetBytes("a@b.c");
        string one = new FactKeys(IngestFixture.Key, false).Hash(text);
        string other = new FactKeys(Encoding.UTF8.GetBytes("another key of 16 bytes"), false).Hash(text);
        Assert.Matches("^k:[0-9a-f]{32}$", one);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task RunAsync_HashFacts_KeepsNoAddressAndNoFingerprint()
    {
        using var fixture = new IngestFixture();
        fixture.Options = fixture.Options with { HashFacts = true };
        await fixture.RunAsync(RecordKind.PaymentMethods, """{"account_id":"a","fingerprint":"secret-card"}""", "cards");
        await fixture.RunAsync(
            RecordKind.Exchanges,
            """
            {"account_id":"a","at":"2026-01-01T00:00:00Z","ip":"192.0.2.7"}
            {"account_id":"a","at":"2026-01-01T00:00:00Z","ip":"::ffff:192.0.2.7"}
            """);
        string dump = fixture.Graph.Dump();
        Assert.DoesNotContain("192.0.2.7", dump, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-card", dump, StringComparison.Ordinal);
        UseRow use = Assert.Single(fixture.Graph.Uses.Values);
        Assert.Equal(2, use.Count);
        Assert.StartsWith("k:", use.Fact, StringComparison.Ordinal);
    }
}
