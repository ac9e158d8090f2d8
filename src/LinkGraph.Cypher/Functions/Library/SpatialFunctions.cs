using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>point() and the functions on points.</summary>
internal static class SpatialFunctions
{
    /// <summary>As Neo4j has it, in metres.</summary>
    private const double EarthRadius = 6_378_140;

    public static IEnumerable<CypherFunction> All =>
    [
        new("point", 1, 1, static (_, args) => Create(args[0])),
        new("point.distance", 2, 2, static (_, args) => Distance(args[0], args[1])),
        new("point.withinBBox", 3, 3, static (_, args) => Within(args[0], args[1], args[2])),
    ];

    private static Value Create(Value argument)
    {
        if (argument.Kind == ValueKind.Point)
        {
            return argument;
        }

        var map = argument.Kind == ValueKind.Map ? argument.AsMap() : throw Arguments.Wrong("point", "a Map", argument);
        var geographic = map.ContainsKey("longitude") && map.ContainsKey("latitude");
        if (!geographic && !(map.ContainsKey("x") && map.ContainsKey("y")))
        {
            throw CypherErrors.Argument(
                $"A map with keys {string.Join(", ", map.Keys.Select(key => $"'{key}'"))} is not describing a valid point, a point is described either by "
                + "using cartesian coordinates e.g. {x: 2.3, y: 4.5, crs: 'cartesian'} or using geographic coordinates e.g. {latitude: 12.78, longitude: "
                + "56.7, crs: 'WGS-84'}.");
        }

        string[] names = ["x", "y", "z", "longitude", "latitude", "height", "crs", "srid"];
        if (names.Any(name => map.ContainsKey(name) && map[name].IsNull))
        {
            return Value.Null;
        }

        var third = map.ContainsKey("z") ? "z" : map.ContainsKey("height") ? "height" : null;
        var (x, y) = geographic ? (Coordinate(map, "longitude"), Coordinate(map, "latitude")) : (Coordinate(map, "x"), Coordinate(map, "y"));
        var srid = System(map, geographic, third is not null);
        return Value.Of(srid is Point.Wgs84 or Point.Wgs84With3 ? OnEarth(srid, x, y, map, third) : new Point(srid, x, y, Third(map, third)));
    }

    private static Point OnEarth(int srid, double longitude, double latitude, MapValue map, string? third)
    {
        if (latitude is < -90 or > 90 || !double.IsFinite(longitude) || !double.IsFinite(latitude))
        {
            throw CypherErrors.Argument(
                $"Cannot create WGS84 point with invalid coordinate: [{FloatText.Write(longitude)}, {FloatText.Write(latitude)}]. "
                + "Valid range for Y coordinate is [-90, 90].");
        }

        var turned = longitude > 180 ? longitude - (360 * Math.Ceiling((longitude - 180) / 360))
            : longitude < -180 ? longitude + (360 * Math.Ceiling((-180 - longitude) / 360))
            : longitude;
        return new(srid, turned, latitude, Third(map, third));
    }

    private static double Third(MapValue map, string? third) => third is null ? 0 : Coordinate(map, third);

    private static double Coordinate(MapValue map, string name) => map[name].IsNumber
        ? map[name].AsNumber()
        : throw CypherErrors.Argument($"Cannot assign {map[name]} to field '{name}'");

    private static int System(MapValue map, bool geographic, bool hasThird)
    {
        var srid = map switch
        {
            _ when map.ContainsKey("crs") => Named(map["crs"]),
            _ when map.ContainsKey("srid") => Coded(map["srid"]),
            _ => (geographic || map.ContainsKey("height"), hasThird) switch
            {
                (true, false) => Point.Wgs84,
                (true, true) => Point.Wgs84With3,
                (false, false) => Point.Cartesian,
                _ => Point.CartesianWith3,
            },
        };
        var is3 = srid is Point.Wgs84With3 or Point.CartesianWith3;
        if (is3 != hasThird)
        {
            var (system, other) = is3 ? (3, 2) : (2, 3);
            throw CypherErrors.Argument(
                $"Cannot create point with {system}D coordinate reference system and {other} coordinates. "
                + $"Please consider using equivalent {other}D coordinate reference system");
        }

        return geographic && (srid is Point.Cartesian or Point.CartesianWith3)
            ? throw CypherErrors.Argument($"Geographic points does not support coordinate reference system: {new Point(srid, 0, 0).Crs}.")
            : srid;
    }

    private static int Named(Value crs) => (crs.IsString ? crs.AsString().ToLowerInvariant() : "") switch
    {
        "wgs-84" => Point.Wgs84,
        "wgs-84-3d" => Point.Wgs84With3,
        "cartesian" => Point.Cartesian,
        "cartesian-3d" => Point.CartesianWith3,
        _ => throw CypherErrors.Argument($"Unknown coordinate reference system: {crs}"),
    };

    private static int Coded(Value srid) =>
        srid.IsInteger && srid.AsInteger() is Point.Wgs84 or Point.Wgs84With3 or Point.Cartesian or Point.CartesianWith3
            ? (int)srid.AsInteger()
            : throw CypherErrors.Argument($"Unknown coordinate reference system: code={srid}");

    private static Value Distance(Value from, Value to)
    {
        if (from.Kind != ValueKind.Point || to.Kind != ValueKind.Point || from.AsPoint().Srid != to.AsPoint().Srid)
        {
            return Value.Null;
        }

        var (a, b) = (from.AsPoint(), to.AsPoint());
        if (!a.IsGeographic)
        {
            var (dx, dy, dz) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
            return Value.Of(Math.Sqrt((dx * dx) + (dy * dy) + (dz * dz)));
        }

        var (fromLatitude, toLatitude) = (Radians(a.Y), Radians(b.Y));
        var (north, east) = (Math.Sin((toLatitude - fromLatitude) / 2), Math.Sin(Radians(b.X - a.X) / 2));
        var chord = (north * north) + (east * east * Math.Cos(fromLatitude) * Math.Cos(toLatitude));
        var arc = 2 * Math.Atan2(Math.Sqrt(chord), Math.Sqrt(1 - chord)) * (EarthRadius + ((a.Z + b.Z) / 2));
        var climb = a.Z - b.Z;
        return Value.Of(climb == 0 ? arc : Math.Sqrt((arc * arc) + (climb * climb)));
    }

    private static double Radians(double degrees) => degrees / 180 * Math.PI;

    private static Value Within(Value point, Value lowerLeft, Value upperRight)
    {
        if (point.Kind != ValueKind.Point || lowerLeft.Kind != ValueKind.Point || upperRight.Kind != ValueKind.Point)
        {
            return Value.Null;
        }

        var (p, low, high) = (point.AsPoint(), lowerLeft.AsPoint(), upperRight.AsPoint());
        if (p.Srid != low.Srid || p.Srid != high.Srid)
        {
            return Value.Null;
        }

        // A geographic box whose left side lies east of its right side goes over the date line.
        var inX = p.IsGeographic && low.X > high.X ? p.X >= low.X || p.X <= high.X : p.X >= low.X && p.X <= high.X;
        return Value.Of(inX && p.Y >= low.Y && p.Y <= high.Y && p.Z >= low.Z && p.Z <= high.Z);
    }
}
