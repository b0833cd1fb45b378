namespace HitSongs.Collecting.Sandboxing;

/// <summary>The sandbox that the command line asks for.</summary>
internal enum SandboxKind
{
    /// <summary>Bubblewrap where it works, else a plain process, with a warning.</summary>
    Auto,
    Bubblewrap,
    Process,
}

internal static class SandboxChoice
{
    /// <exception cref="UsageException">Bubblewrap was asked for and does not work here.</exception>
    public static Sandbox Choose(SandboxKind kind, Action<string> warn)
    {
        if (kind == SandboxKind.Process)
        {
            return new ProcessSandbox();
        }

        if (BubblewrapSandbox.Works())
        {
            return new BubblewrapSandbox();
        }

        if (kind == SandboxKind.Bubblewrap)
        {
            throw new UsageException(
                "bubblewrap does not work here: install it with `sudo apt-get install bubblewrap`, allow user namespaces, or choose --sandbox process for "
                    + "submissions that you trust"
            );
        }

        warn(
            "bubblewrap does not work here: programs of the submission run as plain processes that can read files and use the network; grade only what you "
                + "trust (`hitsongs doctor` tells more)"
        );
        return new ProcessSandbox();
    }
}
