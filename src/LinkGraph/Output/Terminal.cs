using Spectre.Console;

namespace LinkGraph.Output;

/// <summary>Standard input, output and error of one invocation. Results go to output; progress, notes and errors to error.</summary>
internal sealed class Terminal : IDisposable
{
    /// <summary>Tables that are not shown on a screen are as wide as they need to be.</summary>
    private const int Unlimited = 10_000;

    private readonly IDisposable? _owned;

    public Terminal(Stream input, TextWriter output, TextWriter error, bool outputIsScreen, bool errorIsScreen, IDisposable? owned = null)
    {
        (Input, Out, Error, ErrorIsScreen, _owned) = (input, output, error, errorIsScreen, owned);
        OutConsole = Console(output, outputIsScreen);
        ErrorConsole = Console(error, errorIsScreen);
    }

    public Stream Input { get; }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>Whether progress bars can be drawn.</summary>
    public bool ErrorIsScreen { get; }

    public IAnsiConsole OutConsole { get; }

    public IAnsiConsole ErrorConsole { get; }

    public static Terminal Standard()
    {
        // Results can be large: written through a buffer unless somebody watches.
        bool screen = !System.Console.IsOutputRedirected;
        var output = new StreamWriter(System.Console.OpenStandardOutput(), bufferSize: 1 << 16) { AutoFlush = screen };
        return new Terminal(
            System.Console.OpenStandardInput(), output, System.Console.Error, screen, !System.Console.IsErrorRedirected, output);
    }

    /// <summary>A line for people, on standard error.</summary>
    public void Note(string line) => Error.WriteLine(Printable.Lines(line));

    public void Dispose() => _owned?.Dispose();

    private static IAnsiConsole Console(TextWriter writer, bool screen)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = screen ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = screen ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = screen ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!screen)
            console.Profile.Width = Unlimited;
        return console;
    }
}
