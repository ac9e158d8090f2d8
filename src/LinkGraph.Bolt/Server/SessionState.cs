namespace LinkGraph.Bolt.Server;

/// <summary>The states of Bolt's specification. Interrupted is not among them: it is a RESET that waits, whatever the state.</summary>
internal enum SessionState
{
    Negotiation,
    Authentication,
    Ready,
    Streaming,
    TransactionReady,
    TransactionStreaming,
    Failed,
}
