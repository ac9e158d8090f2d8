namespace Neo4j.Driver;

/// <summary>What a client says to be let in; made by <see cref="AuthTokens"/>.</summary>
public interface IAuthToken;
