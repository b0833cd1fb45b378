using HitSongs.Cli.Collecting;
using Spectre.Console;

namespace HitSongs.Cli.Commands;

/// <summary>Tells on standard error what is being collected: a live line on a terminal, one line per question elsewhere.</summary>
internal sealed class CollectDisplay : IProgress<CollectProgress>, IDisposable
{
    private readonly IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    private readonly bool live = !Console.IsErrorRedirected;
    private readonly TaskCompletionSource finished = new();
    private readonly SortedSet<string> running = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Task display;
    private StatusContext? status;
    private int done;
    private int of;

    public CollectDisplay() => display = live ? console.Status().StartAsync("collecting", Show) : Task.CompletedTask;

    public void Report(CollectProgress value)
    {
        lock (gate)
        {
            (done, of) = (value.Done, value.Of);
            if (value.Finished)
            {
                running.Remove(value.Question);
                if (!live)
                {
                    Console.Error.WriteLine($"collected {value.Question} ({value.Done} of {value.Of})");
                }
            }
            else
            {
                running.Add(value.Question);
            }

            status?.Status(Markup.Escape($"{done} of {of} collected{(running.Count > 0 ? $"; running {string.Join(", ", running)}" : "")}"));
        }
    }

    /// <summary>A line that stays.</summary>
    public static void Warn(string message) => Console.Error.WriteLine($"hitsongs: warning: {message}");

    public void Dispose()
    {
        finished.TrySetResult();
        display.GetAwaiter().GetResult();
    }

    private Task Show(StatusContext context)
    {
        status = context;
        return finished.Task;
    }
}
