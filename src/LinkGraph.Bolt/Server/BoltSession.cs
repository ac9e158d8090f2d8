using LinkGraph.Bolt.Handshake;
using LinkGraph.Bolt.Messages;
using LinkGraph.Bolt.PackStream;

namespace LinkGraph.Bolt.Server;

/// <summary>What one connection has going, and how it answers: the states of Bolt's specification. One request at a time.</summary>
internal sealed partial class BoltSession(
    IBoltBackend backend, BoltServerOptions options, BoltVersion version, string connectionId, string localAddress, ResponseWriter responses,
    Interruption interruption, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>From here on logging on is a message of its own.</summary>
    private static readonly BoltVersion LogonVersion = new(5, 1);

    private SessionState _state = SessionState.Negotiation;
    private Work? _work;

    /// <summary>Whether somebody has logged on.</summary>
    public bool IsAuthenticated => _state is not (SessionState.Negotiation or SessionState.Authentication);

    /// <summary>Whether a transaction waits for the client.</summary>
    public bool HoldsTransaction => _work is not null;

    /// <returns>False if the connection is to be closed, once the answers are sent.</returns>
    /// <exception cref="ConnectionLostException">The client cannot be reached.</exception>
    public async ValueTask<bool> HandleAsync(ReadOnlyMemory<byte> message)
    {
        try
        {
            var request = Request.Read(message, options.DeepestNesting);
            switch (request.Tag)
            {
                case RequestTag.Goodbye:
                    return false;
                case RequestTag.Reset:
                    await ResetAsync().ConfigureAwait(false);
                    return true;
                case not RequestTag.Hello when IsAuthenticated && (_state == SessionState.Failed || interruption.IsRequested):
                    responses.Ignored();
                    return true;
                default:
                    await AnswerAsync(request).ConfigureAwait(false);
                    return true;
            }
        }
        catch (Exception error) when (error is not ConnectionLostException)
        {
            var failure = Describe(error);
            await EndWorkAsync().ConfigureAwait(false);
            responses.Failure(failure.Code, failure.Message);
            _state = SessionState.Failed;
            return !failure.IsFatal;
        }
    }

    /// <summary>The client has left a transaction alone for too long: it is rolled back, and the next request hears of it.</summary>
    public async ValueTask ExpireAsync()
    {
        if (_work is { } work)
        {
            await work.RollBackAsync().ConfigureAwait(false);
            work.HasExpired = true;
        }
    }

    public ValueTask DisposeAsync() => EndWorkAsync();

    private ValueTask AnswerAsync(Request request)
    {
        switch (request.Tag, _state)
        {
            case (RequestTag.Hello, SessionState.Negotiation):
                Hello(request);
                return default;
            case (RequestTag.Logon, SessionState.Authentication):
                Logon(request);
                return default;
            case (RequestTag.Logoff, SessionState.Ready) when version >= LogonVersion:
                _state = SessionState.Authentication;
                responses.Success([]);
                return default;
            case (RequestTag.Telemetry, SessionState.Ready):
                responses.Success([]);
                return default;
            case (RequestTag.Route, SessionState.Ready):
                Route(request);
                return default;
            case (RequestTag.Begin, SessionState.Ready):
                return BeginAsync(request);
            case (RequestTag.Run, SessionState.Ready or SessionState.TransactionReady or SessionState.TransactionStreaming):
                return RunAsync(request);
            case (RequestTag.Pull or RequestTag.Discard, SessionState.Streaming or SessionState.TransactionStreaming):
                return StreamAsync(request);
            case (RequestTag.Commit, SessionState.TransactionReady or SessionState.TransactionStreaming):
                return CommitAsync();
            case (RequestTag.Rollback, SessionState.TransactionReady or SessionState.TransactionStreaming):
                return RollbackAsync();
            default:
                throw BoltFailureException.Invalid($"Message {Request.Name(request.Tag)} cannot be handled by a session in the {_state} state.");
        }
    }

    private void Hello(Request request)
    {
        if (version < LogonVersion)
            Authenticate(request);
        responses.Success(new()
        {
            ["server"] = options.Agent,
            ["connection_id"] = connectionId,
            ["hints"] = new Dictionary<string, object?> { ["telemetry.enabled"] = false },
        });
        _state = version < LogonVersion ? SessionState.Ready : SessionState.Authentication;
    }

    private void Logon(Request request)
    {
        Authenticate(request);
        responses.Success([]);
        _state = SessionState.Ready;
    }

    private void Authenticate(Request request)
    {
        if (options.Credentials is not { } credentials)
            return;
        switch (request.TextOf("scheme"))
        {
            case "basic" when credentials.Match(request.TextOf("principal"), request.TextOf("credentials")):
                return;
            case "basic" or "none" or null:
                throw BoltFailureException.Unauthorized("The client is unauthorized due to authentication failure.");
            default:
                throw BoltFailureException.Unauthorized("Unsupported authentication token, the scheme must be `basic`.");
        }
    }

    /// <summary>There is one server, for everything.</summary>
    private void Route(Request request)
    {
        var address = options.AdvertisedAddress ?? request.TextOf("address") ?? localAddress;
        Dictionary<string, object?> Server(string role) => new() { ["addresses"] = new[] { address }, ["role"] = role };
        responses.Success(new()
        {
            ["rt"] = new Dictionary<string, object?>
            {
                ["ttl"] = 300L,
                ["db"] = request.TextOf("db") ?? backend.DefaultDatabase,
                ["servers"] = new[] { Server("WRITE"), Server("READ"), Server("ROUTE") },
            },
        });
    }

    private async ValueTask ResetAsync()
    {
        if (!IsAuthenticated)
            throw BoltFailureException.Invalid($"Message RESET cannot be handled by a session in the {_state} state.");
        await EndWorkAsync().ConfigureAwait(false);
        interruption.Acknowledge();
        _state = SessionState.Ready;
        responses.Success([]);
    }

    private async ValueTask EndWorkAsync()
    {
        if (_work is not { } work)
            return;
        _work = null;
        await work.DisposeAsync().ConfigureAwait(false);
    }

    private BoltFailureException Describe(Exception error) => error switch
    {
        BoltFailureException failure => failure,
        PackStreamException malformed => BoltFailureException.Invalid(malformed.Message, malformed),
        OperationCanceledException when interruption.Token.IsCancellationRequested => BoltFailureException.Terminated(),
        OperationCanceledException when _work is { IsTimedOut: true } => BoltFailureException.TimedOut(),
        OutOfMemoryException => new BoltFailureException(
            "Neo.TransientError.General.OutOfMemoryError", "There is not enough memory to perform the current task.", error),
        // What went wrong inside is not the client's business, and may hold what must not be told.
        _ => new BoltFailureException(
            "Neo.DatabaseError.General.UnknownError", $"An unexpected failure ({error.GetType().Name}) of the database.", error),
    };
}
