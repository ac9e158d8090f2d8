namespace LinkGraph.Storage.Journal;

/// <summary>What a record of the log does. The numbers are kept on disk.</summary>
internal enum ChangeCode : byte
{
    CreateNode = 1,
    DeleteNode = 2,
    DetachDeleteNode = 3,
    AddLabel = 4,
    RemoveLabel = 5,
    CreateRelationship = 6,
    DeleteRelationship = 7,
    MergeNodeProperties = 8,
    ReplaceNodeProperties = 9,
    MergeRelationshipProperties = 10,
    ReplaceRelationshipProperties = 11,
    CreateIndex = 12,
    DropIndex = 13,
    CreateConstraint = 14,
    DropConstraint = 15,
}
