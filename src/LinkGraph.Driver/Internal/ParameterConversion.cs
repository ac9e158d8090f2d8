#nullable enable
using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace Neo4j.Driver.Internal;

/// <summary>Objects given as parameters, usually of anonymous types: their public properties become a map.</summary>
internal static class ParameterConversion
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static IDictionary<string, object>? ToDictionary(object? parameters)
    {
        switch (parameters)
        {
            case null:
                return null;
            case IDictionary<string, object> dictionary:
                return dictionary;
            case IReadOnlyDictionary<string, object> readOnly:
                return readOnly.ToDictionary();
            case IDictionary map:
                var copy = new Dictionary<string, object>(map.Count);
                foreach (DictionaryEntry entry in map)
                    copy[Key(entry.Key)] = entry.Value!;
                return copy;
            case string or IEnumerable or ValueType:
                throw new ArgumentException(
                    $"Parameters are given as a dictionary or an object with properties, not as {parameters.GetType()}.", nameof(parameters));
            default:
                var properties = PropertiesOf(parameters.GetType());
                var result = new Dictionary<string, object>(properties.Length);
                foreach (var property in properties)
                    result[property.Name] = property.GetValue(parameters)!;
                return result;
        }
    }

    public static PropertyInfo[] PropertiesOf(Type type) => Properties.GetOrAdd(type, static t => t
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
        .ToArray());

    public static string Key(object key) =>
        key as string ?? throw new ProtocolException($"The keys of a map must be strings, not {key.GetType()}.");
}
