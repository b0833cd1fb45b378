using System.Diagnostics;
using System.Runtime.Versioning;

namespace HitSongs.Tests.Provisioning;

/// <summary>A folder that provision.sh takes for a machine: its own programs on the PATH, its own list of parts, its own installer.</summary>
[SupportedOSPlatform("linux")]
internal sealed class FakeSystem : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string[] Tools =
        ["sh", "cat", "date", "dirname", "env", "flock", "grep", "id", "mkdir", "mktemp", "rm", "sed", "setpriv", "sleep", "tail", "tr", "uname"];

    private readonly string _folder = Directory.CreateTempSubdirectory("hitsongs-fake-system").FullName;

    /// <param name="parts">Rows of native-parts.tsv; spaces around | stand for the tabs.</param>
    public FakeSystem(params string[] parts)
    {
        // Another user must be able to read it: some tests run the script as one.
        File.SetUnixFileMode(_folder, Readable);
        foreach (var folder in new[] { Programs, Prefix })
        {
            Directory.CreateDirectory(folder, Readable);
        }

        foreach (var tool in Tools)
        {
            File.CreateSymbolicLink(Path.Combine(Programs, tool), OnPath(tool));
        }

        File.Copy(Path.Combine(Repository.Root, "build", "provision.sh"), Script);
        File.SetUnixFileMode(Script, Readable);
        File.WriteAllLines(Table, parts.Select(row => row.Replace(" | ", "\t")));
    }

    /// <summary>Stands for /usr: reached as CMAKE_PREFIX_PATH.</summary>
    public string Prefix => Path.Combine(_folder, "prefix");

    public string Table => Path.Combine(_folder, "native-parts.tsv");

    private string Programs => Path.Combine(_folder, "bin");

    private string Script => Path.Combine(_folder, "provision.sh");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public void AddProgram(string name, string script)
    {
        var file = Path.Combine(Programs, name);
        File.WriteAllText(file, "#!/bin/sh\n" + script + "\n");
        File.SetUnixFileMode(file, Readable);
    }

    /// <summary>A sudo that asks for no password.</summary>
    public void AddSudo() => AddProgram("sudo", "shift; exec \"$@\"");

    /// <summary>An apt-get that notes each call; <paramref name="whenInstalling"/> runs on `install --yes`.</summary>
    public void AddAptGet(string whenInstalling) =>
        AddProgram(
            "apt-get",
            $"echo \"$*\" >>'{AptCalls}'\ncase \"$*\" in *install\\ --yes*) {whenInstalling} ;; *--assume-no*) echo 'Need to get 7 MB of archives.' ;; esac"
        );

    public string AptCalls => Path.Combine(_folder, "apt-calls");

    public Task<Finished> ProvisionAsync(params string[] arguments) => RunAsync(Script, arguments);

    public Task<Finished> ProvisionAsNobodyAsync() =>
        Environment.IsPrivilegedProcess
            ? RunAsync("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", Script)
            : RunAsync(Script);

    public Task<Finished> BuildAsync(params string[] options) =>
        RunAsync(OnPath("dotnet"), ["msbuild", Path.Combine(Repository.Root, "build", "Provision.proj"), "-nologo", "-v:q", .. options]);

    private async Task<Finished> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program.Contains('/') ? program : OnPath(program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
            Environment = { ["PATH"] = Programs, ["HITSONGS_PARTS"] = Table, ["CMAKE_PREFIX_PATH"] = Prefix, ["TMPDIR"] = _folder },
        };
        using var process = Process.Start(start)!;
        var texts = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new Finished(process.ExitCode, string.Concat(texts).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string OnPath(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists);
}

/// <param name="Lines">All that it wrote, output and errors.</param>
internal sealed record Finished(int ExitCode, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);
}
