using System.Globalization;
using System.Text;

namespace LinkGraph.Bolt.Server.Transports;

/// <summary>An answer after which the connection is closed.</summary>
/// <param name="Status">As <c>403 Forbidden</c>.</param>
/// <param name="Body">Text, or JSON.</param>
/// <param name="MediaType">What the body is.</param>
/// <param name="Headers">Further ones.</param>
internal sealed record HttpAnswer(string Status, string Body, string MediaType = "text/plain; charset=utf-8", params (string Name, string Value)[] Headers)
{
    public ReadOnlyMemory<byte> ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status}\r\nContent-Type: {MediaType}\r\nContent-Length: {body.Length}\r\n")
            .Append("Vary: Accept, Origin\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n");
        foreach (var (name, value) in Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return (byte[])[.. Encoding.Latin1.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
