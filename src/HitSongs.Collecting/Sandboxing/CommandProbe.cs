using System.ComponentModel;
using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>What a short command said.</summary>
/// <param name="Output">The first line of its output, or of its errors where there was no output.</param>
internal sealed record CommandProbe(bool Succeeded, string Output)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Runs a command without a shell; one that is missing, fails or hangs is a probe that did not succeed.</summary>
    public static async Task<CommandProbe> RunAsync(string program, params string[] arguments)
    {
        using var process = new Process
        {
            StartInfo = new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            process.Start();
            process.StandardInput.Close();
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await Task.WhenAll(output, errors, process.WaitForExitAsync(limit.Token));
            return new CommandProbe(process.ExitCode == 0, FirstLine(await output) ?? FirstLine(await errors) ?? "");
        }
        catch (Win32Exception)
        {
            return new CommandProbe(false, $"{program} is not on the PATH");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return new CommandProbe(false, $"{program} did not answer within {Limit.TotalSeconds} s");
        }
    }

    private static string? FirstLine(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
}
