using LinkGraph.Benchmarks.Quality;
using LinkGraph.Files;
using LinkGraph.Hosting;

namespace LinkGraph.Benchmarks.Lab;

/// <summary>A resolver that is a program: an older build, a prototype, somebody else's.</summary>
/// <param name="Name">As the table calls it.</param>
/// <param name="Command">With <c>{world}</c> for the folder of records and <c>{out}</c> for the assignments to write.</param>
internal sealed record OutsideResolver(string Name, OutsideCommand Command) : IResolver
{
    public bool NeedsRecords => true;

    /// <exception cref="UsageException">It is not NAME=COMMAND, or the command lacks a placeholder.</exception>
    public static OutsideResolver Parse(string option)
    {
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || !option.Contains("{world}", StringComparison.Ordinal) || !option.Contains("{out}", StringComparison.Ordinal))
            throw new UsageException($"A resolver is NAME='command with {{world}} and {{out}}', not \"{option}\".");
        return new OutsideResolver(option[..equals], new OutsideCommand(option[(equals + 1)..]));
    }

    public async Task<Resolved> ResolveAsync(DirectoryInfo records, WorldInMemory world, Variant variant, CancellationToken cancellationToken)
    {
        var temporary = Directory.CreateTempSubdirectory("linkgraph-lab-");
        try
        {
            string folder = records.FullName;
            if (variant.EmptyFields.Length > 0 || records.GetFiles("*.gz").Length > 0)
            {
                folder = Path.Combine(temporary.FullName, "world");
                await EmptiedRecords.WriteAsync(records, variant, folder, cancellationToken);
            }
            var file = new FileInfo(Path.Combine(temporary.FullName, "assignments.csv"));
            var (time, megabytes) = await Command.RunAsync(
                new Dictionary<string, string> { ["{world}"] = folder, ["{out}"] = file.FullName, ["{tmp}"] = temporary.FullName }, cancellationToken);
            file.Refresh();
            return new Resolved(AssignmentsFile.Read(file), time, megabytes);
        }
        catch (UsageException exception)
        {
            throw new LabException(exception.Message);
        }
        finally
        {
            temporary.Delete(recursive: true);
        }
    }
}
