using System.Diagnostics;

namespace HitSongs.Collecting.Sandboxing;

/// <summary>Own namespaces by bubblewrap: no network, no other processes, no files but those named, all of them read-only but one folder.</summary>
internal sealed class BubblewrapSandbox : Sandbox
{
    private const string Bubblewrap = "/usr/bin/bwrap";

    /// <summary>Of named shared memory, which counts as nobody's: a little, as libraries may ask for it.</summary>
    private const int SharedMemoryBytes = 16 << 20;

    public override string Name => ControlGroup.Parent is null ? "bubblewrap" : "bubblewrap with a control group";

    /// <summary>Whether bubblewrap is here and may make namespaces on this machine.</summary>
    public static bool Works() => CommandProbe.RunAsync(Bubblewrap, Trial).GetAwaiter().GetResult().Succeeded;

    /// <summary>The arguments of a harmless run that needs what every run needs; the doctor tries the same.</summary>
    public static string[] Trial { get; } = ["--unshare-net", "--unshare-pid", "--ro-bind", "/", "/", "true"];

    protected override (ProcessStartInfo Start, RunHold Held) Prepare(SandboxedCommand command)
    {
        var user = global::System.Environment.IsPrivilegedProcess ? SandboxUser.Lease() : null;
        if (user is not null)
        {
            command.Readable.ToList().ForEach(OpenFolders.ToAll);
        }

        var group = ControlGroup.TryMake(command.Limits);
        // A shell enters the group, opens the filter's file, as bubblewrap takes it as an open descriptor, and becomes bubblewrap.
        var enter = group is null ? "" : $"echo 0 > '{group.Processes}' && ";
        var start = SystemCallFilter.File is { } filter
            ? new ProcessStartInfo("/bin/sh", ["-c", $"{enter}exec {Bubblewrap} --seccomp 9 \"$@\" 9< \"$0\"", filter])
            : new ProcessStartInfo("/bin/sh", ["-c", $"{enter}exec {Bubblewrap} \"$@\"", Bubblewrap]);
        IEnumerable<string> arguments =
        [
            .. Namespaces(),
            "--die-with-parent", "--new-session",
            .. System(),
            .. Scratch(command.Limits), // before the folders below: one of them may lie in /tmp or /dev/shm
            .. command.Readable.Append(DotnetInstallation.Root).SelectMany(path => Show(path, "--ro-bind")),
            .. command.Writable is { } writable ? Show(writable, "--bind") : [],
            .. ReadOnlyRoot(),
            "--chdir", "/tmp",
            "--clearenv",
            .. Environment(command.Limits).SelectMany(e => (string[])["--setenv", e.Name, e.Value]),
            .. Unprivileged(user),
            .. ResourceLimits(command.Limits),
            command.Program,
            .. command.Arguments,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return (start, new RunHold(user, group));
    }

    private static string[] Namespaces() => global::System.Environment.IsPrivilegedProcess
        ? ["--unshare-ipc", "--unshare-pid", "--unshare-net", "--unshare-uts", "--unshare-cgroup-try"]
        : ["--unshare-all", "--unshare-user", .. ForbidsNamespaces.Value ? (string[])["--disable-userns"] : []];

    /// <summary>Whether this bubblewrap can forbid user namespaces inside, in which a program could mount memory of its own (from version 0.8 on).</summary>
    private static readonly Lazy<bool> ForbidsNamespaces = new(() =>
        CommandProbe.RunAsync(Bubblewrap, ["--unshare-user", "--disable-userns", "--ro-bind", "/", "/", "true"]).GetAwaiter().GetResult().Succeeded);

    /// <summary>The system's libraries and nothing else of it: no home folders, no configuration.</summary>
    private static IEnumerable<string> System()
    {
        yield return "--ro-bind";
        yield return "/usr";
        yield return "/usr";
        foreach (var folder in (string[])["/bin", "/lib", "/lib64", "/sbin"])
        {
            if (new DirectoryInfo(folder) is { Exists: true } directory)
            {
                var linked = directory.LinkTarget is { } target;
                yield return linked ? "--symlink" : "--ro-bind";
                yield return linked ? directory.LinkTarget! : folder;
                yield return folder;
            }
        }

        foreach (var argument in OpenFolder("/etc"))
        {
            yield return argument;
        }

        foreach (var path in (string[])["/etc/ld.so.cache", "/etc/ld.so.conf", "/etc/ld.so.conf.d"])
        {
            yield return "--ro-bind-try";
            yield return path;
            yield return path;
        }

        foreach (var argument in (string[])["--ro-bind", SandboxUserList.File, "/etc/passwd"])
        {
            yield return argument;
        }

        yield return "--proc";
        yield return "/proc";
        yield return "--dev";
        yield return "/dev";
    }

    /// <summary>Shows a folder at its own path. The folders above it are made empty, and open: left to itself, bubblewrap closes them to all but
    /// root.</summary>
    private static IEnumerable<string> Show(string path, string bind)
    {
        if (path.StartsWith("/usr/", StringComparison.Ordinal))
        {
            return [];
        }

        var above = new List<string>();
        for (var folder = Path.GetDirectoryName(path); folder is not (null or "/" or "/tmp" or "/dev/shm"); folder = Path.GetDirectoryName(folder))
        {
            above.Insert(0, folder);
        }

        return [.. above.SelectMany(OpenFolder), bind, path, path];
    }

    private static string[] OpenFolder(string path) => ["--perms", "0755", "--dir", path];

    private static string[] Scratch(Limits limits) =>
    [
        "--perms", "1777", "--size", $"{limits.ScratchBytes}", "--tmpfs", "/tmp",
        "--perms", "1777", "--size", $"{SharedMemoryBytes}", "--tmpfs", "/dev/shm",
    ];

    /// <summary>Read-only remounts of what bubblewrap made in memory: with all in place, nothing more is written.</summary>
    private static string[] ReadOnlyRoot() => ["--remount-ro", "/dev", "--remount-ro", "/"];

    /// <summary>As root, the program runs as a user without rights; otherwise it already is one, in a namespace of its own.</summary>
    private static IEnumerable<string> Unprivileged(SandboxUser? user) => user is null
        ? ["--"]
        :
        [
            "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID", "--cap-add", "CAP_SETPCAP", "--",
            "setpriv", $"--reuid={user.Id}", $"--regid={user.Id}", "--clear-groups", "--inh-caps=-all", "--bounding-set=-all", "--no-new-privs", "--",
        ];
}
