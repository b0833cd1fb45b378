using HitSongs.Collecting.Batch;

namespace HitSongs.Collecting.Slurm;

/// <summary>
/// Has an existing Slurm cluster grade units, each a task of a job array. Slurm finds the nodes, keeps the limits of each task by its own cgroups, and starts
/// what was on a failed node again; here it is only submitted and waited for.
/// </summary>
/// <remarks>Nodes and this machine share the file system: results lie where a local batch leaves them, and this process alone writes the journal.</remarks>
/// <param name="folder">The batch's results.</param>
/// <param name="command">What was started here, whole: a task starts the same with the unit's name.</param>
/// <param name="jobs">Tasks at the same time; null for as many as the cluster has room for.</param>
/// <param name="say">What Slurm does, a line each.</param>
internal sealed class SlurmEngine(string folder, IReadOnlyList<string> command, SlurmLimits limits, int? jobs, Action<string> say) : IBatchEngine
{
    /// <summary>Of one array: a cluster takes 1,001 where nobody has changed its MaxArraySize.</summary>
    private const int MostTasks = 1000;

    /// <summary>A task that ends without a result twice more is not the node's fault.</summary>
    private const int Attempts = 3;

    private const string Name = "hitsongs";

    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(0.5);

    private readonly SlurmFiles files = new(folder);

    public async Task GradeAsync(IReadOnlyList<BatchUnit> units, Action<BatchUnit, string?> done, CancellationToken cancel)
    {
        await CancelAsync(files.LastArray(), cancel);
        var left = units;
        for (var attempt = 1; left.Count > 0; attempt++)
        {
            var without = new List<(BatchUnit Unit, string State)>();
            foreach (var array in left.Chunk(MostTasks))
            {
                without.AddRange(await RunArrayAsync(array, done, cancel));
            }

            left = [.. without.Select(one => one.Unit)];
            if (attempt == Attempts)
            {
                without.ForEach(one => done(one.Unit, $"its task ended {Attempts} times without a result, at last as {one.State}: see {files.Folder}"));
                left = [];
            }
        }

        files.ForgetArray();
    }

    /// <returns>Those that ended without a result, and how Slurm says they ended.</returns>
    private async Task<List<(BatchUnit Unit, string State)>> RunArrayAsync(BatchUnit[] units, Action<BatchUnit, string?> done, CancellationToken cancel)
    {
        units.ToList().ForEach(unit => UnitFile.Remove(unit.Folder)); // of a task that failed before
        var id = await SubmitAsync(units, cancel);
        try
        {
            say($"Slurm has taken {units.Length} submissions as job {id}");
            var waiting = units.ToList();
            for (var running = true; running && waiting.Count > 0;)
            {
                await Task.Delay(Poll, cancel);
                running = await IsRunningAsync(id, cancel); // asked before the results are looked at: what had ended then has left its result
                foreach (var unit in waiting.Where(unit => TellOf(unit, done)).ToList())
                {
                    waiting.Remove(unit);
                }
            }

            var states = new List<(BatchUnit, string)>();
            foreach (var unit in waiting)
            {
                states.Add((unit, await StateAsync(id, Array.IndexOf(units, unit), cancel)));
            }

            return states;
        }
        catch (OperationCanceledException)
        {
            await CancelAsync(id, CancellationToken.None);
            throw;
        }
    }

    private static bool TellOf(BatchUnit unit, Action<BatchUnit, string?> done)
    {
        if (UnitFile.Read(unit.Folder) is not { } entry)
        {
            return false;
        }

        done(
            unit,
            entry.Fault
                ?? (unit.IsGradedBy(entry) ? null : "its node has other songs, another rubric or another harness than this machine: share one folder among all")
        );
        return true;
    }

    private async Task<string> SubmitAsync(BatchUnit[] units, CancellationToken cancel)
    {
        var script = files.WriteTask(command, [.. units.Select(unit => $"{unit.Seed}/{unit.Submission.Name}")]);
        var submitted = await SlurmCommand.RunAsync(
            "sbatch",
            [
                "--parsable", $"--job-name={Name}", "--requeue", "--open-mode=append",
                $"--array=0-{units.Length - 1}{(jobs is { } most ? $"%{most}" : "")}",
                "--nodes=1", "--ntasks=1", $"--mem={limits.MemoryMiB}M", $"--time={limits.Minutes}",
                $"--output={Path.Combine(files.Folder, "%A_%a.log")}", $"--chdir={Directory.GetCurrentDirectory()}",
                script,
            ],
            cancel);
        if (!submitted.Succeeded)
        {
            throw new HarnessException($"Slurm did not take the submissions: {submitted.Errors.ReplaceLineEndings(" ")}");
        }

        var id = submitted.Output.Split(';')[0]; // the cluster's name may follow
        files.KeepArray(id);
        return id;
    }

    private string told = "";

    private async Task<bool> IsRunningAsync(string id, CancellationToken cancel)
    {
        var queue = await SlurmCommand.RunAsync("squeue", ["--noheader", $"--jobs={id}", "--format=%T %r"], cancel);
        if (queue.Succeeded || queue.Errors.Contains("Invalid job id", StringComparison.Ordinal))
        {
            var waits = queue.Output.Split('\n').Where(line => line.StartsWith("PENDING", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal);
            Tell(string.Join(", ", waits));
            return queue.Output.Length > 0;
        }

        Tell(queue.Errors.ReplaceLineEndings(" ")); // a controller that does not answer for a while is no reason to give up
        return true;
    }

    private void Tell(string now)
    {
        if (now.Length > 0 && now != told)
        {
            say($"Slurm: {now}");
            told = now;
        }
    }

    private static async Task<string> StateAsync(string id, int task, CancellationToken cancel)
    {
        var job = await SlurmCommand.RunAsync("scontrol", ["show", "job", "--oneliner", $"{id}_{task}"], cancel);
        return job.Output.Split(' ').FirstOrDefault(field => field.StartsWith("JobState=", StringComparison.Ordinal))?["JobState=".Length..] ?? "UNKNOWN";
    }

    /// <summary>Ends an array and waits until it is gone, so that no two tasks write into one folder.</summary>
    private async Task CancelAsync(string? id, CancellationToken cancel)
    {
        if (id is null)
        {
            return;
        }

        await SlurmCommand.RunAsync("scancel", ["--quiet", $"--name={Name}", id], cancel);
        while (await IsRunningAsync(id, cancel))
        {
            await Task.Delay(Poll, cancel);
        }
    }
}
