namespace LinkGraph.Storage.Values;

/// <summary>A place in one of four reference systems. Points of different systems are different.</summary>
public sealed record Point : IValueObject, IComparable<Point>
{
    /// <param name="srid">4326 (WGS 84), 4979 (WGS 84 with height), 7203 (Cartesian) or 9157 (Cartesian with z).</param>
    /// <param name="x">Or the longitude in degrees.</param>
    /// <param name="y">Or the latitude in degrees.</param>
    /// <param name="z">Or the height in metres; only in three dimensions.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such system.</exception>
    public Point(int srid, double x, double y, double z = 0)
    {
        if (srid is not (Wgs84 or Wgs84With3 or Cartesian or CartesianWith3))
        {
            throw new ArgumentOutOfRangeException(nameof(srid), srid, "Unknown coordinate reference system code.");
        }

        (Srid, X, Y, Z) = (srid, x, y, srid is Wgs84With3 or CartesianWith3 ? z : 0);
    }

    public const int Wgs84 = 4326;
    public const int Wgs84With3 = 4979;
    public const int Cartesian = 7203;
    public const int CartesianWith3 = 9157;

    public int Srid { get; }

    public double X { get; }

    public double Y { get; }

    /// <summary>Zero in two dimensions.</summary>
    public double Z { get; }

    public bool IsGeographic => Srid is Wgs84 or Wgs84With3;

    public bool HasZ => Srid is Wgs84With3 or CartesianWith3;

    /// <summary>The name of the system.</summary>
    public string Crs => Srid switch
    {
        Wgs84 => "wgs-84",
        Wgs84With3 => "wgs-84-3d",
        Cartesian => "cartesian",
        _ => "cartesian-3d",
    };

    ValueKind IValueObject.Kind => ValueKind.Point;

    public static bool operator <(Point left, Point right) => left.CompareTo(right) < 0;

    public static bool operator >(Point left, Point right) => left.CompareTo(right) > 0;

    public static bool operator <=(Point left, Point right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Point left, Point right) => left.CompareTo(right) >= 0;

    /// <summary>By system, then by coordinates: an order to sort by, without meaning.</summary>
    public int CompareTo(Point? other) =>
        other is null ? 1 : (Srid, X, Y, Z).CompareTo((other.Srid, other.X, other.Y, other.Z));

    /// <summary>As toString() writes it: point({x: 1.0, y: 2.0, crs: 'cartesian'}).</summary>
    public override string ToString()
    {
        var third = HasZ ? $", z: {FloatText.Write(Z)}" : "";
        return $"point({{x: {FloatText.Write(X)}, y: {FloatText.Write(Y)}{third}, crs: '{Crs}'}})";
    }
}
