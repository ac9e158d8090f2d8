namespace LinkGraph.ContractTests;
public sealed class PlaceholderTests { [Fact] public void One_Is_One() => Assert.Equal(1, 1); }
