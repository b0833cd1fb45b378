using System.Text.Json;
using HitSongs.Notebooks;

// Runs the cells of one notebook: `HitSongs.Notebooks FOLDER`, cells on standard input, one line of JSON per finished cell on standard output.
Directory.SetCurrentDirectory(args[0]);
await using var results = Console.OpenStandardOutput();
Console.SetOut(TextWriter.Null); // what a cell prints must not mix with the results

IReadOnlyList<CodeCell> cells;
await using (var input = Console.OpenStandardInput())
{
    cells = (await JsonSerializer.DeserializeAsync<IReadOnlyList<CodeCell>>(input, CellJson.Options))!;
}

var kernel = new Kernel();
_ = Task.Run(() => kernel.CompileAhead(cells));
foreach (var cell in cells)
{
    // A cell cannot be stopped from within: one that takes too long takes the process with it, and whoever started that goes on after it.
    var run = Task.Run(() => kernel.RunAsync(cell));
    var inTime = await Task.WhenAny(run, Task.Delay(TimeSpan.FromSeconds(cell.Seconds))) == run;
    var result = inTime ? await run : new CellResult(cell.Id, [CellOutput.Failed("TimeoutException", $"it was still running after {cell.Seconds:0} s and was stopped", null)]);
    JsonSerializer.Serialize(results, result, CellJson.Options);
    results.Write("\n"u8);
    results.Flush();
    if (!inTime)
    {
        Environment.Exit(1);
    }
}

return 0;
