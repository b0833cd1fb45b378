using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HitSongs.Reporting.Rendering;

/// <summary>A program of the system that is run to its end.</summary>
internal static class Tool
{
    /// <summary>Runs a program, gives it <paramref name="input"/>, and reads all that it prints.</summary>
    /// <returns>Null where there is no such program.</returns>
    /// <exception cref="TimeoutException">It was still running after <paramref name="limit"/>; it and its children were ended.</exception>
    public static async Task<ToolResult?> RunAsync(
        string name, IEnumerable<string> arguments, string directory, string input, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = Start(name, arguments, directory);
        if (process is null)
        {
            return null;
        }

        using var timer = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timer.CancelAfter(limit);
        try
        {
            // Both streams are read while the input is written: a pipe that nobody reads stops its writer.
            var output = process.StandardOutput.ReadToEndAsync(timer.Token);
            var errors = process.StandardError.ReadToEndAsync(timer.Token);
            await WriteAsync(process, input, timer.Token);
            await Task.WhenAll(output, errors);
            await process.WaitForExitAsync(timer.Token);
            return new ToolResult(process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"{name} was still running after {limit.TotalSeconds:0} s", late);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process? Start(string name, IEnumerable<string> arguments, string directory)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var start = new ProcessStartInfo(name, arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = utf8,
            StandardOutputEncoding = utf8,
            StandardErrorEncoding = utf8,
        };
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task WriteAsync(Process process, string input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code and errors say why.
        }
    }
}

internal sealed record ToolResult(int ExitCode, string Output, string Errors);
