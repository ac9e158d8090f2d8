using LinkGraph.Hosting;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Program;

public sealed class FailureTests
{
    private const string Code = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

    [Fact]
    public void Explain_ServerOutOfMemory_SaysWhatToDoAndNotThatItIsAway()
    {
        var error = new TransientException(Code, "The pool is full.");
        foreach (Exception thrown in new Exception[] { error, new ServiceUnavailableException("Failed after 5 attempts.", new AggregateException(error)) })
        {
            var failure = Failure.Explain(thrown, stopped: null, "bolt://db");

            Assert.Equal(ExitCode.Failed, failure.ExitCode);
            Assert.Contains(Code, failure.Message, StringComparison.Ordinal);
            Assert.Contains("server.memory.heap.max_size", failure.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("cannot be reached", failure.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Explain_ConnectionTakenAwayByAStop_SaysThatItWasStopped() =>
        Assert.Equal("Stopped.", Failure.Explain(new ServiceUnavailableException("x"), stopped: "Stopped.", "bolt://db").Message);

    [Fact]
    public void Explain_ServerAway_SaysThatItCannotBeReached() =>
        Assert.Contains("cannot be reached", Failure.Explain(new ServiceUnavailableException("x"), stopped: null, "bolt://db").Message, StringComparison.Ordinal);
}
