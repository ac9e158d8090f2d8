namespace LinkGraph.Graph.Evidence;

/// <summary>
/// The accounts of one reading by node and by id. The program's own queries tell an account by its node: numbers cost a fraction of what strings do to read,
/// to send and to look up, and there are millions. That a node keeps its number is certain only while it is there, so nothing keeps them longer.
/// </summary>
internal sealed class AccountNumbers(int capacity)
{
    private readonly Dictionary<long, int> _byNode = new(capacity);
    private readonly Dictionary<string, int> _byId = new(capacity, StringComparer.Ordinal);

    public void Add(string id, long node, int number)
    {
        _byNode.Add(node, number);
        _byId.Add(id, number);
    }

    /// <param name="account">A node or an id.</param>
    /// <param name="number">Its place among the accounts, in the order of their ids.</param>
    public bool TryFind(object? account, out int number)
    {
        number = -1;
        return account switch
        {
            long node => _byNode.TryGetValue(node, out number),
            string id => _byId.TryGetValue(id, out number),
            _ => false,
        };
    }
}
