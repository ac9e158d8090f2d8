namespace LinkGraph.Simulation;

/// <summary>In which order exchanges are written.</summary>
public enum ExchangeOrder
{
    /// <summary>Account by account, accounts in no telling order, each account's by time: the fastest.</summary>
    ByAccount,

    /// <summary>By time, as a service's log has them.</summary>
    ByTime,
}
