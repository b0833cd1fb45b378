using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HitSongs.Commands;

/// <summary>A program of the system that is run to its end, without a shell and with nothing on its input.</summary>
/// <param name="Program">Its name or path.</param>
internal sealed record SystemCommand(string Program, IReadOnlyList<string> Arguments)
{
    /// <summary>Its environment variables beside the harness's own.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The longest that it may take; without it there is no limit.</summary>
    public TimeSpan Limit { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>Runs it and reads all that it prints.</summary>
    /// <returns>Null where there is no such program.</returns>
    /// <exception cref="TimeoutException">It was still running after <see cref="Limit"/>; it and its children were ended.</exception>
    /// <exception cref="OperationCanceledException">It was given up; it and its children were ended.</exception>
    public async Task<CommandResult?> RunAsync(CancellationToken cancel)
    {
        using var process = Start();
        if (process is null)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Limit);
        try
        {
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await Task.WhenAll(output, errors, process.WaitForExitAsync(limit.Token));
            return new CommandResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException late) when (!cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"{Program} was still running after {Limit.TotalSeconds:0} s", late);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private Process? Start()
    {
        var start = new ProcessStartInfo(Program, Arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}

/// <summary>Exit code and printed output of a command.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;
}
