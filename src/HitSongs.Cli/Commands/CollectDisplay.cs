using System.Diagnostics;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Collect;

namespace HitSongs.Cli.Commands;

/// <summary>Tells on standard error what is being collected: a live line on a terminal, one line per question elsewhere.</summary>
internal sealed class CollectDisplay : IProgress<CollectProgress>, IDisposable
{
    private readonly LiveLine line = new("collecting");
    private readonly SortedDictionary<string, TimeSpan> running = new(StringComparer.Ordinal);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Lock gate = new();
    private readonly Timer? timer;
    private int done;
    private int of;

    public CollectDisplay() => timer = LiveLine.IsShown ? new Timer(_ => Tell(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)) : null;

    public void Report(CollectProgress value)
    {
        lock (gate)
        {
            (done, of) = (value.Done, value.Of);
            if (!value.Finished)
            {
                running[value.Question] = clock.Elapsed;
            }
            else if (running.Remove(value.Question, out var started) && !LiveLine.IsShown)
            {
                Console.Error.WriteLine($"collected {value.Question} ({value.Done} of {value.Of}, {(clock.Elapsed - started).TotalSeconds:0.0} s)");
            }
        }

        Tell();
    }

    /// <summary>Text of the live line.</summary>
    /// <param name="running">By question: how long it has been running.</param>
    /// <param name="elapsed">Since the start.</param>
    public static string Line(int done, int of, IEnumerable<(string Question, TimeSpan For)> running, TimeSpan elapsed)
    {
        var now = string.Join(", ", running.Select(one => $"{one.Question} ({one.For.TotalSeconds:0} s)"));
        // What is left is guessed from what is done; before anything is, there is nothing to guess from.
        var left = done > 0 && done < of ? $", about {elapsed.TotalSeconds / done * (of - done):0} s left" : "";
        return $"{done} of {of} collected after {elapsed.TotalSeconds:0} s{left}{(now.Length > 0 ? $"; running {now}" : "")}";
    }

    /// <summary>A line that stays.</summary>
    public static void Warn(string message) => Console.Error.WriteLine($"hitsongs: warning: {message}");

    public void Dispose()
    {
        timer?.Dispose();
        line.Dispose();
    }

    private void Tell()
    {
        lock (gate)
        {
            line.Tell(Line(done, of, running.Select(one => (one.Key, clock.Elapsed - one.Value)), clock.Elapsed));
        }
    }
}
