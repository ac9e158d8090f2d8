using LinkGraph.Storage.Values;

namespace LinkGraph.Cypher.Functions.Library;

/// <summary>How alike two vectors are, 0 to 1, in single precision as Neo4j computes it.</summary>
internal static class VectorFunctions
{
    public static IEnumerable<CypherFunction> All =>
    [
        new("vector.similarity.cosine", 2, 2, static (_, args) => Cosine(args[0], args[1])),
        new("vector.similarity.euclidean", 2, 2, static (_, args) => Euclidean(args[0], args[1])),
    ];

    private static Value Cosine(Value left, Value right)
    {
        const string name = "vector.similarity.cosine";
        var (a, b) = Vectors(name, left, right);
        var (dot, lengthA, lengthB) = (0d, 0d, 0d);
        for (var i = 0; i < a.Length; i++)
        {
            dot += a[i] * b[i];
            lengthA += a[i] * a[i];
            lengthB += b[i] * b[i];
        }

        return lengthA == 0 || lengthB == 0
            ? throw CypherErrors.Argument($"Invalid input for '{name}()': Argument {(lengthA == 0 ? 'a' : 'b')} is not a valid vector for this similarity function.")
            : Value.Of((double)(float)((1 + (dot / Math.Sqrt(lengthA * lengthB))) / 2));
    }

    private static Value Euclidean(Value left, Value right)
    {
        var (a, b) = Vectors("vector.similarity.euclidean", left, right);
        var squares = a.Zip(b, static (x, y) => (x - y) * (x - y)).Sum();
        return Value.Of((double)(float)(1 / (1 + squares)));
    }

    private static (double[] A, double[] B) Vectors(string name, Value left, Value right)
    {
        var (a, b) = (Numbers(name, left), Numbers(name, right));
        return a.Length == b.Length
            ? (a, b)
            : throw CypherErrors.Argument($"Invalid input for '{name}()': The supplied vectors do not have the same number of dimensions.");
    }

    private static double[] Numbers(string name, Value value) => [.. Arguments.List(name, value).Select(item => Arguments.Number(name, item))];
}
