using System.Globalization;

namespace Neo4j.Driver;

/// <summary>A place in the coordinates of a spatial reference system.</summary>
public sealed class Point : IEquatable<Point>
{
    private const int TwoDimensions = 2;
    private const int ThreeDimensions = 3;

    public Point(int srId, double x, double y)
    {
        Dimension = TwoDimensions;
        SrId = srId;
        X = x;
        Y = y;
        Z = double.NaN;
    }

    public Point(int srId, double x, double y, double z)
    {
        Dimension = ThreeDimensions;
        SrId = srId;
        X = x;
        Y = y;
        Z = z;
    }

    internal int Dimension { get; }

    /// <summary>4326 and 4979 for WGS 84, 7203 and 9157 for Cartesian, in two and three dimensions.</summary>
    public int SrId { get; }

    public double X { get; }

    public double Y { get; }

    /// <summary>NaN in two dimensions.</summary>
    public double Z { get; }

    public bool Equals(Point other) =>
        other is not null && Dimension == other.Dimension && SrId == other.SrId
        && X.Equals(other.X) && Y.Equals(other.Y) && Z.Equals(other.Z);

    public override bool Equals(object obj) => Equals(obj as Point);

    public override int GetHashCode() => HashCode.Combine(Dimension, SrId, X, Y, Z);

    public override string ToString() => Dimension == TwoDimensions
        ? string.Create(CultureInfo.InvariantCulture, $"Point{{srId={SrId}, x={X}, y={Y}}}")
        : string.Create(CultureInfo.InvariantCulture, $"Point{{srId={SrId}, x={X}, y={Y}, z={Z}}}");
}
