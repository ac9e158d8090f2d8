using System.Diagnostics.CodeAnalysis;
using System.Text;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;
using LinkGraph.Bolt.Server;
using LinkGraph.Cypher;
using LinkGraph.Cypher.Syntax;
using LinkGraph.Embedded;
using LinkGraph.Storage;
using LinkGraph.Storage.Journal;

namespace LinkGraph.Fuzz;

/// <summary>What reads bytes of strangers. A target returns, or throws: then it is a finding.</summary>
internal static class Targets
{
    private const int DeepestNesting = 256;

    private static readonly Dictionary<string, Action<byte[]>> ByName = new(StringComparer.Ordinal)
    {
        ["packstream"] = PackStream,
        ["cypher"] = Cypher,
        ["plan"] = Plan,
        ["journal"] = Journal,
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static bool TryFind(string name, [NotNullWhen(true)] out Action<byte[]>? target) => ByName.TryGetValue(name, out target);

    /// <summary>A message to the Bolt server, the parameters of a query in it.</summary>
    private static void PackStream(byte[] bytes)
    {
        try
        {
            var request = Request.Read(bytes, DeepestNesting);
            if (request.Tag == RequestTag.Run)
            {
                ParameterReader.Read(request.Parameters.Span);
            }
        }
        catch (Exception expected) when (expected is PackStreamException or BoltFailureException)
        {
        }
    }

    /// <summary>A statement; what is printed of it is read as the same statement again.</summary>
    private static void Cypher(byte[] bytes)
    {
        LinkGraph.Cypher.Syntax.Ast.Statement statement;
        try
        {
            statement = CypherParser.Parse(Encoding.UTF8.GetString(bytes));
        }
        catch (CypherException)
        {
            return;
        }

        var printed = CypherPrinter.Print(statement);
        if (!CypherParser.Parse(printed).Equals(statement))
        {
            throw new InvalidOperationException($"Read as something else: {printed}");
        }
    }

    /// <summary>A statement as far as its plan.</summary>
    private static void Plan(byte[] bytes)
    {
        using var store = GraphStore.InMemory();
        try
        {
            using var result = new CypherEngine(store).RunAsync("EXPLAIN " + Encoding.UTF8.GetString(bytes)).AsTask().GetAwaiter().GetResult();
            _ = result.Plan;
        }
        catch (CypherException)
        {
        }
    }

    /// <summary>A record of the journal, as recovery reads it.</summary>
    private static void Journal(byte[] bytes)
    {
        using var store = GraphStore.InMemory();
        using var transaction = store.BeginWriteAsync(TimeSpan.FromSeconds(1), default).GetAwaiter().GetResult();
        try
        {
            ChangeReplay.Apply(bytes, transaction);
        }
        catch (Exception expected) when (expected is StorageException || GraphJournal.IsUnreadable(expected))
        {
        }
    }
}
