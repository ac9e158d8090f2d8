using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using LinkGraph.Cypher.Syntax.Ast;

namespace LinkGraph.Cypher.Syntax;

/// <summary>Walks whole trees, whatever the nodes are: by the properties of their records, read once a type.</summary>
internal static class SyntaxWalk
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_children = new();

    /// <summary>Adds the names of all variables in a tree, those that it makes itself included.</summary>
    public static void Variables(SyntaxNode node, HashSet<string> names)
    {
        if (node is Variable variable)
        {
            names.Add(variable.Name);
        }

        foreach (var child in Children(node))
        {
            Variables(child, names);
        }
    }

    public static bool Any(SyntaxNode node, Func<SyntaxNode, bool> predicate) => predicate(node) || Children(node).Any(c => Any(c, predicate));

    /// <summary>The first node, in the order of the text, of which something is true; null if there is none.</summary>
    public static SyntaxNode? First(SyntaxNode node, Func<SyntaxNode, bool> predicate) =>
        predicate(node) ? node : Children(node).Select(child => First(child, predicate)).FirstOrDefault(found => found is not null);

    public static IEnumerable<SyntaxNode> Children(SyntaxNode node)
    {
        foreach (var property in s_children.GetOrAdd(node.GetType(), Relevant))
        {
            switch (property.GetValue(node))
            {
                case SyntaxNode child:
                    yield return child;
                    break;
                case IEnumerable list:
                    foreach (var item in list)
                    {
                        if (item is SyntaxNode child)
                        {
                            yield return child;
                        }
                    }

                    break;
                default:
                    break;
            }
        }
    }

    private static PropertyInfo[] Relevant(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0
            && (typeof(SyntaxNode).IsAssignableFrom(p.PropertyType)
                || (p.PropertyType.IsGenericType && p.PropertyType.GetGenericTypeDefinition() == typeof(SyntaxList<>)))),
    ];
}
