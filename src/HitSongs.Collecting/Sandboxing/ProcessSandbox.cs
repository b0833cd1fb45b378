using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>A child process with limits and an empty environment: it sees the machine's files and network. For machines without bubblewrap, and trusted
/// submissions only.</summary>
internal sealed class ProcessSandbox : Sandbox
{
    public override string Name => "process";

    protected override (ProcessStartInfo Start, RunHold Held) Prepare(SandboxedCommand command)
    {
        string[] arguments = [.. ResourceLimits(command.Limits with { Processes = 4096 }), command.Program, .. command.Arguments];
        var start = new ProcessStartInfo(arguments[0]) { WorkingDirectory = Path.GetTempPath() };
        start.Environment.Clear();
        foreach (var (name, value) in Environment(command.Limits))
        {
            start.Environment[name] = value;
        }

        foreach (var argument in arguments.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }

        return (start, new RunHold(null, null));
    }
}
