using System.Globalization;
using Spectre.Console;

namespace LinkGraph.Output;

/// <summary>A moment of a long piece of work.</summary>
/// <param name="Text">What is being done, with figures.</param>
/// <param name="Done">0 to 1; null where the end is not known.</param>
/// <param name="Left">How long it will take yet, if that can be told.</param>
internal readonly record struct Moment(string Text, double? Done = null, TimeSpan? Left = null)
{
    public override string ToString() => Text + (Done is { } done ? string.Create(CultureInfo.InvariantCulture, $", {done:P0}") : "")
        + (Left is { } left ? $", {Duration(left)} left" : "");

    /// <summary>A duration for people: <c>42 s</c>, <c>3 min 05 s</c>, <c>2 h 07 min</c>.</summary>
    public static string Duration(TimeSpan time) => time switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes:00} min"),
    };
}

/// <summary>Shows how far work has come: a bar where somebody watches, a line every few seconds elsewhere.</summary>
internal sealed class ProgressDisplay(Terminal terminal, TimeProvider time)
{
    private static readonly TimeSpan s_betweenLines = TimeSpan.FromSeconds(5);

    /// <summary>Does the work. What it reports may come from any thread.</summary>
    public Task<T> RunAsync<T>(Func<IProgress<Moment>, Task<T>> work) => terminal.ErrorIsScreen ? WithBarAsync(work) : WithLinesAsync(work);

    private Task<T> WithBarAsync<T>(Func<IProgress<Moment>, Task<T>> work) => terminal.ErrorConsole.Progress()
        .AutoClear(true)
        .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
        .StartAsync(async context =>
        {
            var task = context.AddTask("", maxValue: 1);
            return await work(new Reporter(moment =>
            {
                task.IsIndeterminate = moment.Done is null;
                task.Value = moment.Done ?? 0;
                task.Description = Markup.Escape(Printable.Line(moment.ToString()));
            }));
        });

    private Task<T> WithLinesAsync<T>(Func<IProgress<Moment>, Task<T>> work)
    {
        var gate = new Lock();
        long last = time.GetTimestamp();
        return work(new Reporter(moment =>
        {
            lock (gate)
            {
                if (time.GetElapsedTime(last) < s_betweenLines)
                    return;
                last = time.GetTimestamp();
                terminal.Note(moment.ToString());
            }
        }));
    }

    private sealed class Reporter(Action<Moment> show) : IProgress<Moment>
    {
        public void Report(Moment value) => show(value);
    }
}

/// <summary>Passes on what is reported at once, on the thread that reports; <see cref="System.Progress{T}"/> would reorder it.</summary>
internal sealed class Translated<T>(IProgress<Moment> to, Func<T, Moment> translate) : IProgress<T>
{
    public void Report(T value) => to.Report(translate(value));
}
