using HitSongs.Commands;

namespace HitSongs.Collecting.Slurm;

/// <summary>Runs one of Slurm's own commands.</summary>
internal static class SlurmCommand
{
    /// <returns>What it printed has no white space around it.</returns>
    /// <exception cref="UsageException">Slurm is not installed here.</exception>
    public static async Task<CommandResult> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel) =>
        await new SystemCommand(program, arguments).RunAsync(cancel) is { } result
            ? result with { Output = result.Output.Trim(), Errors = result.Errors.Trim() }
            : throw new UsageException(
                $"--engine slurm needs Slurm's {program}, which is not on the PATH: run it on a node that may submit jobs, or leave the option out"
            );
}
