using Spectre.Console;

namespace HitSongs.Cli.Terminal;

/// <summary>One line on standard error that is written anew while work goes on; only on a terminal, where it can be.</summary>
internal sealed class LiveLine : IDisposable
{
    private readonly TaskCompletionSource finished = new();
    private readonly Task display = Task.CompletedTask;
    private StatusContext? status;

    /// <param name="text">What it says at first.</param>
    public LiveLine(string text)
    {
        if (!IsShown)
            return;
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        display = console.Status().StartAsync(Markup.Escape(text), context =>
        {
            status = context;
            return finished.Task;
        });
    }

    public static bool IsShown => !Console.IsErrorRedirected;

    /// <summary>On a terminal, takes back what an unfinished line did to it: the cursor shows again, and the line is empty.</summary>
    public static void ShowCursor()
    {
        if (IsShown)
            Console.Error.Write("\r\u001b[2K\u001b[?25h");
    }

    /// <summary>Called from any thread.</summary>
    public void Tell(string text) => status?.Status(Markup.Escape(text));

    /// <summary>Takes the line away; a second time it does nothing.</summary>
    public void Dispose()
    {
        finished.TrySetResult();
        display.GetAwaiter().GetResult();
    }
}
