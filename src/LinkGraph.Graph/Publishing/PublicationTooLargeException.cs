namespace LinkGraph.Graph.Publishing;

/// <summary>The server has too little memory for the one transaction that a publication is. Nothing was written.</summary>
public sealed class PublicationTooLargeException(string message, Exception inner) : Exception(message, inner);
