using System.Text.Json;
using HitSongs.Demonstrations;
using HitSongs.Hosts;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>The cells of one notebook, from standard input to one line of JSON per finished cell on standard output.</summary>
internal static class NotebookRun
{
    /// <param name="folder">Where the cells run.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> OfAsync(string folder)
    {
        Directory.SetCurrentDirectory(folder);
        await using var results = StandardStreams.TakeOutput(); // what a cell prints, also from native code, must not mix with the results
        Console.SetOut(TextWriter.Null);
        ObservedValues.Convert = TensorValues.Of;

        IReadOnlyList<CodeCell> cells;
        await using (var input = Console.OpenStandardInput())
        {
            cells = (await JsonSerializer.DeserializeAsync<IReadOnlyList<CodeCell>>(input, CellJson.Options))!;
        }

        var kernel = new Kernel();
        _ = Task.Run(() => kernel.CompileAhead(cells));
        var current = "";
        NativeAbort.Watch(Kernel.IsOfCell, failure => Write(results, kernel.Aborted(current, failure)));
        foreach (var cell in cells)
        {
            current = cell.Id;
            // A cell cannot be stopped from within: one that takes too long takes the process with it, and whoever started that goes on after it.
            var run = Task.Run(() => kernel.RunAsync(cell));
            var inTime = await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(cell.Seconds))) == run;
            var result = inTime
                ? await run
                : new CellResult(cell.Id, [CellOutput.Failed("TimeoutException", $"it was still running after {cell.Seconds:0} s and was stopped", null)]);
            Write(results, result);
            if (!inTime)
            {
                Environment.Exit(1);
            }
        }

        return 0;
    }

    private static void Write(Stream results, CellResult result)
    {
        JsonSerializer.Serialize(results, result, CellJson.Options);
        results.Write("\n"u8);
        results.Flush();
    }
}
