using System.Reflection;

namespace LinkGraph.UnitTests.Driver;

/// <summary>Writes public members as one line each, such as <c>IAsyncSession.CloseAsync() : Task</c>.</summary>
internal static class Signatures
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(void)] = "void",
    };

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(type => Of(type));

    private static IEnumerable<string> Of(Type type)
    {
        var bases = type.GetInterfaces().Append(type.BaseType).Where(other => other?.Namespace == type.Namespace).Select(other => Name(other!));
        yield return bases.Any() ? $"{Name(type)} : {string.Join(", ", bases.Order(StringComparer.Ordinal))}" : Name(type);
        foreach (var member in type.GetMembers(Public))
        {
            if (Of(member) is { } text)
                yield return $"{Name(type)}.{text}";
        }
    }

    private static string? Of(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        PropertyInfo property when property.GetIndexParameters() is [var index] => $"this[{Name(index.ParameterType)}] : {Name(property.PropertyType)}",
        PropertyInfo property => $"{property.Name} : {Name(property.PropertyType)}",
        FieldInfo { IsSpecialName: false } field => $"{field.Name} : {Name(field.FieldType)}",
        MethodInfo { IsSpecialName: false } method =>
            $"{method.Name}{Arguments(method.GetGenericArguments())}({Parameters(method)}) : {Name(method.ReturnType)}",
        _ => null,
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters()
        .Select(parameter => Name(parameter.ParameterType) + (parameter.HasDefaultValue ? "?" : "")));

    private static string Name(Type type)
    {
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[]";
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return $"{Name(underlying)}?";
        return type.Name.Split('`')[0] + Arguments(type.GetGenericArguments());
    }

    private static string Arguments(Type[] types) => types.Length == 0 ? "" : $"<{string.Join(", ", types.Select(Name))}>";
}
