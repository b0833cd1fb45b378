using System.Text;

namespace HitSongs.Collecting.Slurm;

/// <summary>Files of a batch for Slurm beside its results: the script of its tasks, what they print, and which array was submitted last.</summary>
internal sealed class SlurmFiles(string results)
{
    /// <summary>No submission's folder begins with a dot.</summary>
    public string Folder { get; } = Path.Combine(results, ".slurm");

    private string Array => Path.Combine(Folder, "array");

    /// <returns>Null where none was.</returns>
    public string? LastArray() => File.Exists(Array) && File.ReadAllText(Array) is { Length: > 0 } id && id.All(char.IsAsciiDigit) ? id : null;

    public void KeepArray(string id) => CacheFile.Write(Array, Encoding.ASCII.GetBytes(id));

    public void ForgetArray()
    {
        if (Directory.Exists(Folder))
        {
            File.Delete(Array);
        }
    }

    /// <summary>A script that starts the command with one unit more, whose line in a list beside it is the task's number.</summary>
    /// <returns>Its path.</returns>
    public string WriteTask(IReadOnlyList<string> command, IReadOnlyList<string> units)
    {
        var id = Guid.NewGuid().ToString("N"); // Slurm starts a task again by the list that it was submitted with
        var (script, list) = (Path.Combine(Folder, $"{id}.sh"), Path.Combine(Folder, $"{id}.units"));
        CacheFile.Write(list, Encoding.UTF8.GetBytes(string.Concat(units.Select(unit => $"{unit}\n"))));
        CacheFile.Write(
            script,
            Encoding.UTF8.GetBytes(
                $"""
                #!/bin/sh
                # One submission: threads, and with them programs that run side by side, are as many as Slurm has given processors.
                export DOTNET_PROCESSOR_COUNT="$SLURM_CPUS_ON_NODE"
                unit=$(sed -n "$((SLURM_ARRAY_TASK_ID + 1))p" {Quoted(list)})
                exec {string.Join(' ', command.Select(Quoted))} --unit "$unit"

                """
            )
        );
        return script;
    }

    private static string Quoted(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
