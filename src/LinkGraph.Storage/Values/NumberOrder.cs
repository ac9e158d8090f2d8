namespace LinkGraph.Storage.Values;

/// <summary>
/// Integers and floats by their exact sizes: never through a float that cannot hold the integer, so equality stays transitive and agrees with
/// hash codes.
/// </summary>
public static class NumberOrder
{
    /// <summary>2 to the 63rd: the first float beyond all integers.</summary>
    private const double Beyond = 9_223_372_036_854_775_808d;

    /// <summary>NaN comes after all numbers and is the same as itself; zeros are the same whatever their sign.</summary>
    public static int Compare(Value left, Value right) => (left.IsInteger, right.IsInteger) switch
    {
        (true, true) => left.AsInteger().CompareTo(right.AsInteger()),
        (true, false) => Compare(left.AsInteger(), right.AsFloat()),
        (false, true) => -Compare(right.AsInteger(), left.AsFloat()),
        _ => Compare(left.AsFloat(), right.AsFloat()),
    };

    /// <summary>The same for equal numbers of either kind.</summary>
    public static int Hash(Value number)
    {
        if (number.IsInteger)
        {
            return number.AsInteger().GetHashCode();
        }

        var value = number.AsFloat();
        return value is >= -Beyond and < Beyond && Math.Truncate(value).Equals(value + 0.0)
            ? ((long)value).GetHashCode()
            : value.GetHashCode();
    }

    private static int Compare(double left, double right) =>
        double.IsNaN(left) ? (double.IsNaN(right) ? 0 : 1) : double.IsNaN(right) ? -1 : left.CompareTo(right);

    private static int Compare(long left, double right)
    {
        if (double.IsNaN(right) || right >= Beyond)
        {
            return -1;
        }

        if (right < -Beyond)
        {
            return 1;
        }

        var whole = Math.Truncate(right);
        var byWhole = left.CompareTo((long)whole);
        return byWhole != 0 ? byWhole : whole.CompareTo(right);
    }
}
