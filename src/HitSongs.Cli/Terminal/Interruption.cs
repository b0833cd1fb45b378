using System.Runtime.InteropServices;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;

namespace HitSongs.Cli.Terminal;

/// <summary>Ctrl-C and a request to end, for every verb alike: work stops, children end, temporary folders go, the cursor comes back, and one line says
/// so.</summary>
internal sealed class Interruption : IDisposable
{
    public const int ExitCode = 130;

    /// <summary>Work that does not look for cancellation, such as training, is not waited for any longer.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] signals;
    private static int told;
    private int times;

    public Interruption() => signals = [.. ((PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT])
        .Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var signal in signals)
        {
            signal.Dispose();
        }
    }

    /// <summary>Tells that the program was interrupted, and leaves nothing behind.</summary>
    /// <returns>The exit code.</returns>
    public static int End()
    {
        ChildLifetime.EndAll();
        TemporaryFolder.DeleteAll();
        LiveLine.ShowCursor();
        if (Interlocked.Exchange(ref told, 1) == 0)
        {
            Console.Error.WriteLine("hitsongs: interrupted; nothing that was under way is kept");
        }

        return ExitCode;
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true; // not the end of the process: it comes by itself
        if (Interlocked.Increment(ref times) > 1)
        {
            Environment.Exit(End()); // whoever asks twice does not want to wait
        }

        var late = new Thread(() =>
        {
            Thread.Sleep(Grace);
            Environment.Exit(End());
        })
        { IsBackground = true, Name = "end of an interrupted program" };
        late.Start();
        ThreadPool.QueueUserWorkItem(_ => source.Cancel());
    }
}
