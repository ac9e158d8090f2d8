#nullable enable
using LinkGraph.Bolt.PackStream;
using Neo4j.Driver.Internal.Values;

namespace Neo4j.Driver.Internal.Connections;

/// <summary>Waits for the answer to one request; answers come in the order of the requests.</summary>
internal abstract class ResponseHandler
{
    public bool IsDone { get; private set; }

    /// <summary>Why there was no success: the server's FAILURE, the one before it that made it ignore the request, or a lost connection.</summary>
    public Exception? Error { get; private set; }

    public virtual void OnRecord(ref PackStreamReader reader, ValueReader values) =>
        throw new ProtocolException("The server sent a record where none was asked for.");

    public void Succeed(Dictionary<string, object> metadata)
    {
        IsDone = true;
        OnSuccess(metadata);
    }

    public void Fail(Exception error)
    {
        IsDone = true;
        Error = error;
        OnFailure(error);
    }

    public void ThrowIfFailed()
    {
        if (Error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(Error);
    }

    protected virtual void OnSuccess(Dictionary<string, object> metadata)
    {
    }

    protected virtual void OnFailure(Exception error)
    {
    }
}
