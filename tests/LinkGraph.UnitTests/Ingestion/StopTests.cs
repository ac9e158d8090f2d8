using System.Text;
using LinkGraph.Ingestion.Sources;
using LinkGraph.Model.Records;

namespace LinkGraph.UnitTests.Ingestion;

/// <summary>Stopping a run while its input has nothing to give.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("")]
    [InlineData("{\"id\":\"m\",\"released_at\":\"2026-01-01T00:00:00Z\"}\n")]
    public async Task Run_StoppedWhileStandardInputIsSilent_EndsAtOnce(string begin)
    {
        using var fixture = new IngestFixture();
        using var input = new SilentInput(Encoding.UTF8.GetBytes(begin));
        using var stop = new CancellationTokenSource();
        Task<LinkGraph.Ingestion.Pipeline.IngestReport> run = fixture.RunAsync(stop.Token, new StreamRequest(RecordKind.Models, "log", () => input));
        await input.Waiting.WaitAsync(s_patience, TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(s_patience, TestContext.Current.CancellationToken));
    }

    /// <summary>As a console's input: blocks, and looks at no token.</summary>
    private sealed class SilentInput(byte[] begin) : MemoryStream(begin)
    {
        private readonly TaskCompletionSource _waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim _released = new();

        public Task Waiting => _waiting.Task;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (Position < Length)
            {
                return await base.ReadAsync(buffer, cancellationToken);
            }
            _waiting.TrySetResult();
            return await Task.Run(() =>
            {
                _released.Wait(CancellationToken.None);
                return 0;
            }, CancellationToken.None);
        }

        protected override void Dispose(bool disposing)
        {
            _released.Set();
            base.Dispose(disposing);
        }
    }
}
