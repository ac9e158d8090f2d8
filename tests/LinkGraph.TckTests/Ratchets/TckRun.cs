using System.Collections.Concurrent;
using LinkGraph.TckTests.Features;
using LinkGraph.TckTests.Running;

namespace LinkGraph.TckTests.Ratchets;

/// <summary>
/// A run of the scenarios over one target, as the fixture of a <see cref="ScenarioTests"/>: derive from it and make the target. When
/// the run ends it writes the report, to the console and to <c>tck-report.txt</c> beside the test program, and extends the ratchet if
/// <see cref="UpdateVariable"/> asks for it.
/// </summary>
public abstract class TckRun : IAsyncLifetime
{
    /// <summary>Set to 1, the environment variable has scenarios that pass added to the ratchet.</summary>
    public const string UpdateVariable = "LINKGRAPH_TCK_UPDATE";

    /// <summary>The ratchet's file, in the folder of the test project.</summary>
    public const string RatchetName = "passing.txt";

    /// <summary>The ratchet in the project.</summary>
    public static string ProjectRatchetPath => Path.Combine(ProjectFolder(), RatchetName);

    private readonly ConcurrentDictionary<string, TckFinding> _findings = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private ITckTarget? _target;
    private string? _name;
    private Ratchet? _ratchet;

    /// <summary>The scenarios that must pass.</summary>
    public Ratchet Ratchet => _ratchet ??= Ratchet.Load(RatchetPath);

    /// <summary>How long one scenario may take; a target that does not answer in time is dropped for a new one.</summary>
    protected virtual TimeSpan Limit => TimeSpan.FromSeconds(30);

    /// <summary>Where the ratchet is kept.</summary>
    protected virtual string RatchetPath => ProjectRatchetPath;

    /// <summary>Where the report goes.</summary>
    protected virtual string ReportPath => Path.Combine(AppContext.BaseDirectory, "tck-report.txt");

    /// <summary>Whether what passes is added to the ratchet.</summary>
    protected virtual bool IsUpdate => Environment.GetEnvironmentVariable(UpdateVariable) == "1";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a scenario, after those before it.</summary>
    public async Task<TckFinding> RunAsync(TckScenario scenario, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        await _turn.WaitAsync(cancel);
        try
        {
            var finding = await RunInTimeAsync(scenario, cancel);
            _findings[scenario.Id] = finding;
            return finding;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Ends the run: the report, and the ratchet if it is to be extended.</summary>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_target is not null)
            await _target.DisposeAsync();
        _turn.Dispose();
        if (_findings.IsEmpty)
            return;
        var findings = _findings.Values.OrderBy(finding => finding.Scenario.Id, StringComparer.Ordinal).ToList();
        var report = TckReport.Write(_name ?? "", findings, Ratchet);
        await File.WriteAllTextAsync(ReportPath, report);
        Say(report);
        if (!IsUpdate)
            return;
        Say(Update(findings));
    }

    /// <summary>Shows the report.</summary>
    protected virtual void Say(string report) => Console.WriteLine(report);

    /// <summary>Makes the target: once, and again after one that did not answer.</summary>
    protected abstract Task<ITckTarget> CreateTargetAsync(CancellationToken cancel);

    private async Task<TckFinding> RunInTimeAsync(TckScenario scenario, CancellationToken cancel)
    {
        _target ??= await CreateTargetAsync(cancel);
        _name = _target.Name;
        var runner = new ScenarioRunner(_target);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            // On a thread of its own and with a wait of its own, for a target may be busy without looking at the token.
            return await Task.Run(() => runner.RunAsync(scenario, limit.Token), limit.Token).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            _target = null;
            return new TckFinding(scenario, TckVerdict.Failed, $"no answer within {Limit.TotalSeconds} s");
        }
    }

    // A loss is no exception here, for xunit would report it with every test of the class; the test that lost has failed already.
    private string Update(List<TckFinding> findings)
    {
        var passed = findings.ToLookup(finding => finding.Verdict == TckVerdict.Passed, finding => finding.Scenario.Id);
        try
        {
            var extended = Ratchet.Extend(passed[true], passed[false]);
            extended.Save(RatchetPath);
            return $"{RatchetPath} holds {extended.Count} scenarios now, {extended.Count - Ratchet.Count} more than before.";
        }
        catch (InvalidOperationException loss)
        {
            return $"{RatchetPath} stays as it is. {loss.Message}";
        }
    }

    private static string ProjectFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LinkGraph.TckTests.csproj")))
                return folder.FullName;
        }
        throw new DirectoryNotFoundException($"The project's folder is not above {AppContext.BaseDirectory}.");
    }
}
