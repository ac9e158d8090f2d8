using Gherkin;
using Gherkin.Ast;

namespace LinkGraph.TckTests.Features;

/// <summary>Reads a feature file: its background goes before every scenario, its outlines become one scenario an example.</summary>
public static class FeatureReader
{
    private const string IgnoreTag = "@ignore";

    /// <param name="feature">The name to give it: see <see cref="TckScenario.Feature"/>.</param>
    /// <param name="text">The file's text.</param>
    /// <exception cref="FormatException">A step that the harness does not know, or a value that is none; the message says where.</exception>
    public static IReadOnlyList<TckScenario> Read(string feature, TextReader text)
    {
        var children = new Parser().Parse(text).Feature.Children.ToList();
        var background = children.OfType<Background>().SelectMany(part => part.Steps).ToList();
        return
        [
            .. children.Where(child => child is not Background).SelectMany(child => child is Scenario scenario
                ? Expand(feature, background, scenario)
                : throw new FormatException($"{feature}:{child.Location.Line}: a {child.GetType().Name} is not known.")),
        ];
    }

    private static IEnumerable<TckScenario> Expand(string feature, List<Step> background, Scenario scenario)
    {
        TckScenario Make(int? example, Placeholders placeholders)
        {
            try
            {
                return new TckScenario(
                    feature,
                    placeholders.Fill(scenario.Name),
                    example,
                    scenario.Tags.Any(tag => tag.Name == IgnoreTag),
                    [.. background.Concat(scenario.Steps).Select(step => StepReader.Read(step, placeholders))]);
            }
            catch (FormatException unknown)
            {
                throw new FormatException($"{feature}:{scenario.Location.Line}: {unknown.Message}", unknown);
            }
        }

        if (!scenario.Examples.Any())
            return [Make(null, Placeholders.None)];
        return scenario.Examples
            .SelectMany(table => table.TableBody.Select(row => Placeholders.Of(table.TableHeader, row)))
            .Select((placeholders, number) => Make(number, placeholders));
    }
}
