using LinkGraph.Graph.Connection;
using Neo4j.Driver;

namespace LinkGraph.UnitTests.Graph;

public sealed class GraphErrorsTests
{
    private const string OutOfMemory = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

    [Fact]
    public void IsUnavailable_ServerThatCannotBeReached_IsWaitedFor()
    {
        Assert.True(GraphErrors.IsUnavailable(new ServiceUnavailableException("x")));
        Assert.True(GraphErrors.IsUnavailable(new ServiceUnavailableException("x", new IOException("y"))));
        Assert.True(GraphErrors.IsUnavailable(GivenUp(new IOException("no route to either address"))));
        Assert.True(GraphErrors.IsUnavailable(new AggregateException(new SessionExpiredException("x"))));
        Assert.True(GraphErrors.IsUnavailable(GivenUp(new ServiceUnavailableException("x"))));
        Assert.False(GraphErrors.IsUnavailable(new ClientException("x")));
        Assert.False(GraphErrors.IsUnavailable(new InvalidOperationException("x")));
    }

    [Theory]
    [InlineData("Neo.TransientError.General.DatabaseUnavailable", true)]
    [InlineData("Neo.TransientError.Cluster.ReplicationFailure", true)]
    [InlineData(OutOfMemory, false)]
    [InlineData("Neo.TransientError.General.OutOfMemoryError", false)]
    [InlineData("Neo.TransientError.General.TransactionMemoryLimit", false)]
    [InlineData("Neo.TransientError.Transaction.DeadlockDetected", false)]
    [InlineData("Neo.TransientError.Transaction.LockAcquisitionTimeout", false)]
    public void IsUnavailable_TransientError_IsWaitedForOnlyIfTheServerIsNotReady(string code, bool expected)
    {
        var error = new TransientException(code, "x");

        Assert.Equal(expected, GraphErrors.IsUnavailable(error));
        Assert.Equal(expected, GraphErrors.IsUnavailable(GivenUp(new ServiceUnavailableException("away"), error)));
        Assert.Equal(code.Contains("Memory", StringComparison.Ordinal), GraphErrors.IsOutOfMemory(GivenUp(error)));
    }

    [Fact]
    public void IsUnavailable_ServerWentAwayAfterOtherErrors_IsWaitedFor()
    {
        var error = GivenUp(new TransientException(OutOfMemory, "x"), new ServiceUnavailableException("away"));

        Assert.True(GraphErrors.IsUnavailable(error));
        Assert.False(GraphErrors.IsOutOfMemory(error));
    }

    /// <summary>What the driver throws when its attempts are over.</summary>
    private static ServiceUnavailableException GivenUp(params Exception[] attempts) => new("Failed after attempts.", new AggregateException(attempts));
}
