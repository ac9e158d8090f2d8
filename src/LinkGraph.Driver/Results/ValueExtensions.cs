using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Neo4j.Driver;

/// <summary>Converts what comes out of a database to the types of a program.</summary>
public static class ValueExtensions
{
    private static readonly MethodInfo AsMethod =
        typeof(ValueExtensions).GetMethods().Single(method => method.Name == nameof(As) && method.GetParameters().Length == 1);

    /// <param name="defaultValue">What stands for null.</param>
    public static T As<T>(this object value, T defaultValue) => value is null ? defaultValue : value.As<T>();

    /// <summary>
    /// Converts to a number, string, Boolean, Guid or temporal type of .NET, to a list or dictionary of these, or gives the value
    /// itself if it is of the type.
    /// </summary>
    /// <exception cref="InvalidCastException">There is no such conversion, or the value is null and the type cannot be.</exception>
    /// <exception cref="OverflowException">The number is too large for the type.</exception>
    public static T As<T>(this object value)
    {
        if (value is T same)
            return same;
        if (value is null)
        {
            return default(T) is null
                ? default
                : throw new InvalidCastException($"Unable to cast `null` to `{typeof(T)}`.");
        }
        var target = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return (T)(ConvertScalar(value, target)
            ?? ConvertTemporal(value, target)
            ?? ConvertCollection(value, target)
            ?? throw new InvalidCastException($"Unable to cast object of type `{value.GetType()}` to type `{typeof(T)}`."));
    }

    private static object ConvertScalar(object value, Type target)
    {
        if (target == typeof(string))
            return value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString();
        if (target == typeof(Guid))
            return value is string text && Guid.TryParse(text, out var guid) ? guid : null;
        return value is IConvertible && (target.IsPrimitive || target == typeof(decimal))
            ? Convert.ChangeType(value, target, CultureInfo.InvariantCulture)
            : null;
    }

    private static object ConvertTemporal(object value, Type target) => value switch
    {
        LocalDate date when target == typeof(DateOnly) => date.ToDateOnly(),
        LocalDate date when target == typeof(DateTime) => date.ToDateTime(),
        LocalTime time when target == typeof(TimeOnly) => time.ToTimeOnly(),
        LocalTime time when target == typeof(TimeSpan) => time.ToTimeSpan(),
        LocalDateTime dateTime when target == typeof(DateTime) => dateTime.ToDateTime(),
        ZonedDateTime dateTime when target == typeof(DateTimeOffset) => dateTime.ToDateTimeOffset(),
        Duration duration when target == typeof(TimeSpan) => duration.ToTimeSpan(),
        _ => null,
    };

    private static object ConvertCollection(object value, Type target)
    {
        if (!target.IsGenericType && !target.IsArray)
            return null;
        if (value is IDictionary map)
        {
            if (target.GenericTypeArguments is not [var keyType, var valueType] || keyType != typeof(string))
                return null;
            var result = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(keyType, valueType))!;
            if (!target.IsInstanceOfType(result))
                return null;
            var convert = Converter(valueType);
            foreach (DictionaryEntry entry in map)
                result.Add(entry.Key, convert(entry.Value));
            return result;
        }
        if (value is IEnumerable items and not string)
        {
            var itemType = target.IsArray ? target.GetElementType()! : target.GenericTypeArguments[0];
            var result = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
            var convert = Converter(itemType);
            foreach (var item in items)
                result.Add(convert(item));
            if (!target.IsArray)
                return target.IsInstanceOfType(result) ? result : null;
            var array = Array.CreateInstance(itemType, result.Count);
            result.CopyTo(array, 0);
            return array;
        }
        return null;
    }

    private static Func<object, object> Converter(Type target)
    {
        var method = AsMethod.MakeGenericMethod(target);
        return value =>
        {
            try
            {
                return method.Invoke(null, [value]);
            }
            catch (TargetInvocationException wrapped) when (wrapped.InnerException is { } cause)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cause);
                throw;
            }
        };
    }
}
