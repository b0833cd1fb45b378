using System.ComponentModel;
using System.Diagnostics;

namespace HitSongs.Collecting.Slurm;

/// <summary>What one of Slurm's own commands said.</summary>
internal sealed record SlurmCommand(bool Succeeded, string Output, string Error)
{
    /// <exception cref="UsageException">Slurm is not installed here.</exception>
    public static async Task<SlurmCommand> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return new SlurmCommand(process.ExitCode == 0, (await output).Trim(), (await error).Trim());
        }
        catch (Win32Exception)
        {
            throw new UsageException(
                $"--engine slurm needs Slurm's {program}, which is not on the PATH: run it on a node that may submit jobs, or leave the option out"
            );
        }
    }
}
