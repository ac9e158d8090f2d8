using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace LinkGraph.Commands;

/// <summary>The usual help, and examples after it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is ProgramCommand command)
        {
            output.WriteLine("Examples:");
            foreach (string example in command.Examples)
                output.WriteLine($"  {example}");
            output.WriteLine();
        }
        else
        {
            output.WriteLine("Exit codes: 0 done, 1 failed or stopped, 2 wrong usage, 3 held for a person to look at.");
            output.WriteLine();
        }
        return code;
    }
}
