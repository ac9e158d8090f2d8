using System.Collections.Immutable;
using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Values;

namespace LinkGraph.TckTests.Running;

/// <summary>Runs scenarios, one after another, on a target.</summary>
public sealed class ScenarioRunner(ITckTarget target)
{
    private static readonly ImmutableDictionary<string, TckValue> NoParameters = ImmutableDictionary<string, TckValue>.Empty;

    /// <summary>Runs a scenario from an empty graph. What goes wrong, in the target too, becomes a verdict; only cancellation is
    /// thrown.</summary>
    public async Task<TckFinding> RunAsync(TckScenario scenario, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        try
        {
            var run = new Run(target);
            foreach (var step in scenario.Steps)
            {
                if (await run.TakeAsync(step, cancel) is { } trouble)
                    return new TckFinding(scenario, trouble.Verdict, trouble.Reason);
            }
            return new TckFinding(scenario, TckVerdict.Passed, "");
        }
        catch (Exception defect) when (defect is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            return new TckFinding(
                scenario, TckVerdict.Failed, $"the target threw {defect.GetType().Name}: {FirstLine(defect.Message)}\n{defect}");
        }
    }

    private static string FirstLine(string text) => text.Split('\n', 2)[0].TrimEnd('\r');

    private sealed record Trouble(TckVerdict Verdict, string Reason);

    private sealed class Run(ITckTarget target)
    {
        private IReadOnlyDictionary<string, TckValue> _parameters = NoParameters;
        private GraphSnapshot _before = GraphSnapshot.Empty;
        private TckOutcome? _outcome;
        private bool _isTouched;

        /// <returns>Null if all is well.</returns>
        public async Task<Trouble?> TakeAsync(TckStep step, CancellationToken cancel)
        {
            switch (step)
            {
                case GivenGraph graph:
                    await target.ResetAsync(cancel);
                    return graph.Name is null
                        ? null
                        : await SetUpAsync(await Tck.GraphScriptsAsync(graph.Name, cancel), cancel);
                case SetUp setUp:
                    return await SetUpAsync([setUp.Query], cancel);
                case GivenParameters parameters:
                    _parameters = parameters.Values;
                    return null;
                case GivenProcedure given:
                    return await target.RegisterAsync(given.Procedure, cancel)
                        ? null
                        : new Trouble(TckVerdict.Unsupported, $"{target.Name} cannot register procedures");
                case Execute execute:
                    await ExecuteAsync(execute, cancel);
                    return null;
                case ExpectResult expected:
                    return Check(expected);
                case ExpectSideEffects expected:
                    return await CheckAsync(expected.Effects, cancel);
                case ExpectError expected:
                    return Check(expected) ?? await CheckAsync(TckSideEffects.None, cancel);
                default:
                    throw new ArgumentException($"Unknown kind of step: {step.GetType().Name}", nameof(step));
            }
        }

        private async Task<Trouble?> SetUpAsync(IReadOnlyList<string> queries, CancellationToken cancel)
        {
            _isTouched = true;
            foreach (var query in queries)
            {
                if ((await target.RunAsync(query, _parameters, cancel)).Error is { } error)
                    return new Trouble(TckVerdict.Failed, $"setting up: {Say(error)}\n{error.Message}");
            }
            return null;
        }

        private async Task ExecuteAsync(Execute execute, CancellationToken cancel)
        {
            if (_isTouched && !execute.IsControl)
                _before = await GraphSnapshot.TakeAsync(target, cancel);
            _outcome = await target.RunAsync(execute.Query, _parameters, cancel);
        }

        private Trouble? Check(ExpectResult expected) => Outcome() switch
        {
            { Error: { } error } => new Trouble(TckVerdict.Failed, $"{Say(error)}: {FirstLine(error.Message)}\n{error.Message}"),
            { Table: { } table } => ResultComparison.Difference(expected, table) is { } difference
                ? new Trouble(TckVerdict.Failed, difference)
                : null,
            _ => throw new InvalidOperationException("An outcome without table and error."),
        };

        private Trouble? Check(ExpectError expected)
        {
            var wanted = $"{expected.Type} at {Say(expected.Phase)} ({expected.Detail ?? "*"})";
            if (Outcome().Error is not { } error)
                return new Trouble(TckVerdict.Failed, $"no error instead of {wanted}\n{Outcome().Table?.Rows.Count} rows");
            var fits = error.Type == expected.Type
                && (expected.Phase is null || expected.Phase == error.Phase)
                && (expected.Detail is null || error.Detail is null || expected.Detail == error.Detail);
            return fits ? null : new Trouble(TckVerdict.WrongError, $"{Say(error)} instead of {wanted}\n{error.Message}");
        }

        private async Task<Trouble?> CheckAsync(TckSideEffects expected, CancellationToken cancel)
        {
            var actual = _before.ChangesTo(await GraphSnapshot.TakeAsync(target, cancel));
            return actual == expected
                ? null
                : new Trouble(TckVerdict.Failed, $"other side effects\nexpected {expected}\ngot {actual}");
        }

        private TckOutcome Outcome() => _outcome ?? throw new InvalidOperationException("The scenario expects before it executes.");

        private static string Say(TckPhase? phase) => phase switch
        {
            TckPhase.CompileTime => "compile time",
            TckPhase.Runtime => "runtime",
            _ => "any time",
        };

        private static string Say(TckError error) =>
            $"{error.Type} at {Say((TckPhase?)error.Phase)}" + (error.Detail is null ? "" : $" ({error.Detail})");
    }
}
