namespace LinkGraph.Model.Records;

/// <summary>What the service has decided about an account.</summary>
public enum AccountStatus
{
    Active,
    Suspended,
    Banned,
}
