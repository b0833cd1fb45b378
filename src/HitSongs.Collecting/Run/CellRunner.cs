using System.Text.Json;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Collecting.Untrusted;
using HitSongs.Notebooks;
using HitSongs.Programs;
using HitSongs.Temporary;

namespace HitSongs.Collecting.Run;

/// <summary>Runs a notebook's cells in the sandbox of the demonstrations: all in one process, and where one ends that, those after it in a new one.</summary>
internal sealed class CellRunner(Sandbox sandbox)
{
    private const int MostStarts = 8;
    private const long MemoryBytes = 4L << 30;
    private const double StartingSeconds = 30;

    private static readonly string Host = typeof(ProgramHost).Assembly.Location;

    /// <param name="songs">Files for the folder data/ beside the one that the cells run in, as data/ lies beside artifacts/.</param>
    public async Task<IReadOnlyList<CellResult>> RunAsync(IReadOnlyList<CodeCell> cells, IReadOnlyList<string> songs, CancellationToken cancel)
    {
        using var folder = new TemporaryFolder();
        var work = Directory.CreateDirectory(Path.Combine(folder.Path, "work", "artifacts"));
        foreach (var file in songs)
        {
            var data = work.Parent!.CreateSubdirectory("data");
            File.Copy(file, Path.Combine(data.FullName, Path.GetFileName(file)), overwrite: true);
        }

        var all = cells.ToList();
        var results = new Dictionary<string, CellResult>(StringComparer.Ordinal);
        // What a cell of the harness shows comes from a process in which no program of the submission runs: that could write results of other cells.
        await CompleteAsync(all.FindAll(cell => !cell.Program), work.FullName, results, cancel);
        await CompleteAsync(all, work.FullName, results, cancel);
        return [.. all.Select(cell => results[cell.Id])];
    }

    /// <summary>Starts processes until every one of the cells has a result.</summary>
    private async Task CompleteAsync(List<CodeCell> cells, string work, Dictionary<string, CellResult> results, CancellationToken cancel)
    {
        for (var start = 0; start < MostStarts && cells.Exists(cell => !results.ContainsKey(cell.Id)); start++)
        {
            await StartAsync(cells, work, results, cancel);
        }

        foreach (var cell in cells)
        {
            results.TryAdd(cell.Id, Stopped(cell, "NotRun", "too many cells before this one ended their process"));
        }
    }

    /// <summary>Runs the cells without a result, among the others that they may build on; adds at least one result.</summary>
    private async Task StartAsync(List<CodeCell> all, string work, Dictionary<string, CellResult> results, CancellationToken cancel)
    {
        var missing = all.Where(cell => !results.ContainsKey(cell.Id)).ToList();
        CodeCell[] cells = [.. all.Where(cell => !cell.Program || !results.ContainsKey(cell.Id))];
        // The host watches each cell; this limit is for one that a cell took over.
        var limits = new Limits(
            TimeSpan.FromSeconds(StartingSeconds + missing.Sum(cell => Math.Min(cell.Seconds, 10)) + missing.Max(cell => cell.Seconds)),
            MemoryBytes
        );
        var run = await sandbox.RunAsync(
            new SandboxedCommand(
                DotnetInstallation.Host,
                ["exec", Host, "notebook", work],
                [Path.GetDirectoryName(Host)!, Path.GetDirectoryName(work)!, .. ProgramRunner.ModelFolder()],
                null,
                JsonSerializer.SerializeToUtf8Bytes(cells, CellJson.Options),
                limits
            ),
            cancel
        );

        var known = missing.Select(cell => cell.Id).ToHashSet(StringComparer.Ordinal);
        var (before, stopped) = (results.Count, false);
        foreach (var result in Read(run.Result).Where(result => known.Contains(result.Id)))
        {
            stopped |=
                results.TryAdd(result.Id, WithWhatWasThrown(result, run.Output))
                && result.Outputs is [.., { Error.Name: nameof(TimeoutException) or CellError.NativeAbort }];
        }

        // A cell that was stopped has its result; otherwise the first without one is the one that ended the process.
        if (missing.Find(cell => !results.ContainsKey(cell.Id)) is { } culprit && (!stopped || results.Count == before))
        {
            results.Add(culprit.Id, Stopped(culprit, run.End.ToString(), run.End switch
            {
                RunEnd.TimedOut => "it was still running when the time of the notebook was up",
                RunEnd.OutOfMemory => $"it needed more than {MemoryBytes >> 20} MiB of memory",
                RunEnd.MachineOutOfMemory => "the machine ran out of memory and ended it, which is not the author's fault",
                RunEnd.TooMuchOutput => "it printed too much and was stopped",
                _ => $"it ended its process with exit code {run.ExitCode}{CrashText.Of(run.ExitCode, run.Output)}",
            }));
        }
    }

    /// <summary>Adds what native code threw when it ended the process: standard error alone has it, after the cell's host had its say.</summary>
    private static CellResult WithWhatWasThrown(CellResult result, string output) =>
        result.Outputs is [.., { Error: { Name: CellError.NativeAbort } error }] && CrashText.What(output) is { Length: > 0 } what
            ? result with
            {
                Outputs = [.. result.Outputs.SkipLast(1), CellOutput.Failed(error.Name, $"{error.Message}: {UntrustedText.OneLine(what)}", error.Line)],
            }
            : result;

    private static CellResult Stopped(CodeCell cell, string name, string reason) => new(cell.Id, [CellOutput.Failed(name, reason, null)]);

    private static IEnumerable<CellResult> Read(byte[] lines)
    {
        foreach (var line in System.Text.Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is { } result)
            {
                yield return result;
            }
        }
    }

    /// <summary>A cell shares a process with the one who reports on it: what cannot be read as a result is not one.</summary>
    private static CellResult? Parse(string line)
    {
        try
        {
            var result = JsonSerializer.Deserialize<CellResult>(line, CellJson.Options);
            return result is { Id: not null, Outputs: not null } && result.Outputs.All(IsSound) ? result : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsSound(CellOutput? output) => output is not null
        && (output.Table is not { } table || (table is { Header: not null, Rows: not null } && table.Header.All(title => title is not null)
            && table.Rows.All(row => row is not null && row.Count == table.Header.Count && row.All(cell => cell is not null))))
        && output.Error is null or { Name: not null, Message: not null };
}
