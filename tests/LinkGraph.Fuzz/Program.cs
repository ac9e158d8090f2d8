using LinkGraph.Fuzz;
using SharpFuzz;

if (args is ["seeds", var seedsOf, var folder, .. var queries])
{
    await Seeds.WriteAsync(seedsOf, folder, queries).ConfigureAwait(false);
    return 0;
}

if (args is not [var name, .. var files] || !Targets.TryFind(name, out var target))
{
    Console.Error.WriteLine($"fuzz TARGET [FILE...] reads inputs from afl-fuzz, or from files; fuzz seeds TARGET FOLDER [QUERYFILE...] writes inputs to begin with.\nTargets: {string.Join(", ", Targets.Names)}");
    return 2;
}

if (files.Length == 0)
{
    Fuzzer.OutOfProcess.Run(stream =>
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        try
        {
            target(memory.ToArray());
        }
        catch (Exception finding)
        {
            // Nobody sees what is written to the console below afl-fuzz.
            File.AppendAllText(Path.Combine(AppContext.BaseDirectory, "exceptions.txt"), $"{finding}\n\n");
            throw;
        }
    });
}

foreach (var file in files)
{
    Console.WriteLine(file);
    target(await File.ReadAllBytesAsync(file).ConfigureAwait(false));
}

return 0;
