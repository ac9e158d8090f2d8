using System.Globalization;
using LinkGraph.Embedded;
using LinkGraph.Storage;

// Serves the folder in the first argument, with a checkpoint after the bytes of log in the second, until its standard input ends.
// Every line that comes in is answered with the bytes that are alive on the heap and the number of connections.
var options = new EmbeddedDatabaseOptions
{
    IsOpen = true,
    Port = 0,
    Store = new StoreOptions { CheckpointAfter = long.Parse(args[1], CultureInfo.InvariantCulture) },
};
try
{
    await using var database = EmbeddedDatabase.Open(args[0], options);
    Console.WriteLine(database.Address);
    while (await Console.In.ReadLineAsync() is not null)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: true)} {database.Connections}"));
    }

    return 0;
}
catch (IOException error)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
