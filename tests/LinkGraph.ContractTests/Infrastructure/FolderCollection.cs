namespace LinkGraph.ContractTests.Infrastructure;

/// <summary>Tests on folders run one after another too, beside those on Neo4j.</summary>
[CollectionDefinition(Name)]
public sealed class FolderCollection
{
    public const string Name = "Folder";
}
