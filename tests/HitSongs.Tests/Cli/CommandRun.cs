using System.Diagnostics;
using HitSongs.Cli;
using HitSongs.Collecting.Sandboxing;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>What the command printed when it was run as a user runs it, in a process of its own, and its exit code.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static CommandRun Of(params string[] arguments) => In(Workplace.Find().Root, arguments);

    /// <summary>The same, standing in a folder.</summary>
    public static CommandRun In(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = folder,
        };
        foreach (var argument in (string[])["exec", typeof(Workplace).Assembly.Location, .. arguments])
            start.ArgumentList.Add(argument);

        return Of(start);
    }

    /// <summary>The same, as prepared: its output and errors must be redirected.</summary>
    public static CommandRun Of(ProcessStartInfo start) => Ended(Process.Start(start)!);

    /// <summary>Waits for one that has been started.</summary>
    public static CommandRun Ended(Process process)
    {
        using var disposed = process;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new CommandRun(process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    /// <summary>That it was refused in one line with exit code 2, and printed nothing else.</summary>
    public void AssertRefused(params string[] named)
    {
        var told = Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("collected ", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(ExitCode, Is.EqualTo(2), Error);
            Assert.That(Output, Is.Empty);
            Assert.That(told, Has.Count.EqualTo(1), Error);
            foreach (var name in named)
                Assert.That(Error, Does.Contain(name));
        });
    }
}
