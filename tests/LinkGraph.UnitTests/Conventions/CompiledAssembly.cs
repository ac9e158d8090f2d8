using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace LinkGraph.UnitTests.Conventions;

/// <summary>What a compiled assembly says of itself: whom it names, and how long its methods are.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _image;
    private readonly MetadataReader _metadata;
    private readonly string _path;

    private CompiledAssembly(string path)
    {
        _path = path;
        _image = new PEReader(File.OpenRead(path));
        _metadata = _image.GetMetadataReader();
    }

    public IEnumerable<string> References => _metadata.AssemblyReferences.Select(r => _metadata.GetString(_metadata.GetAssemblyReference(r).Name));

    public IEnumerable<(string Namespace, string Name)> TypesUsed => _metadata.TypeReferences.Select(_metadata.GetTypeReference)
        .Select(t => (_metadata.GetString(t.Namespace), _metadata.GetString(t.Name)));

    /// <param name="name">An assembly beside this one, without .dll.</param>
    public static CompiledAssembly Open(string name) => new(Path.Combine(AppContext.BaseDirectory, name + ".dll"));

    /// <summary>Methods with the lines from their first statement to their last.</summary>
    public IEnumerable<(string Method, string File, int Lines)> Methods()
    {
        using var symbols = MetadataReaderProvider.FromPortablePdbStream(File.OpenRead(Path.ChangeExtension(_path, ".pdb")));
        var reader = symbols.GetMetadataReader();
        foreach (var handle in _metadata.MethodDefinitions)
        {
            var points = reader.GetMethodDebugInformation(handle).GetSequencePoints().Where(p => !p.IsHidden).ToList();
            if (points.Count == 0)
                continue;
            var method = _metadata.GetMethodDefinition(handle);
            string type = _metadata.GetString(_metadata.GetTypeDefinition(method.GetDeclaringType()).Name);
            string file = reader.GetString(reader.GetDocument(points[0].Document).Name);
            yield return ($"{type}.{_metadata.GetString(method.Name)}", file, points.Max(p => p.EndLine) - points.Min(p => p.StartLine) + 1);
        }
    }

    public void Dispose() => _image.Dispose();
}
