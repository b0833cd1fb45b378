using Spectre.Console;

namespace HitSongs.Cli.Commands;

/// <summary>Shows on a terminal how much of some work is done; elsewhere it is silent.</summary>
internal sealed class WorkDisplay : IDisposable
{
    private readonly string what;
    private readonly int of;
    private readonly TaskCompletionSource finished = new();
    private readonly Task display = Task.CompletedTask;
    private StatusContext? status;

    /// <param name="what">Such as "cross-validating".</param>
    /// <param name="of">How many parts the work has.</param>
    public WorkDisplay(string what, int of)
    {
        this.what = what;
        this.of = of;
        if (Console.IsErrorRedirected)
            return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        display = console.Status().StartAsync(what, context =>
        {
            status = context;
            return finished.Task;
        });
    }

    /// <summary>Called from any thread.</summary>
    public void Done(int parts) => status?.Status(Markup.Escape($"{what}: {parts} of {of}"));

    public void Dispose()
    {
        finished.TrySetResult();
        display.GetAwaiter().GetResult();
    }
}
