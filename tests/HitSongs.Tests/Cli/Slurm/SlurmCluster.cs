using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Slurm;

/// <summary>A Slurm cluster of this machine alone, on loopback: real munged, slurmctld and slurmd, with files and ports of their own.</summary>
internal sealed class SlurmCluster : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private readonly List<Process> daemons = [];

    public SlurmCluster()
    {
        var key = InFolder("munge.key");
        File.WriteAllBytes(key, RandomNumberGenerator.GetBytes(128));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(key, UnixFileMode.UserRead);
        }

        foreach (var name in (string[])["state", "spool"])
        {
            Directory.CreateDirectory(InFolder(name));
        }

        File.WriteAllText(Configuration, Settings());
        Start(
            "munged", "--foreground", "--force", "--num-threads=1", $"--key-file={key}", $"--socket={InFolder("munge.socket")}",
            $"--pid-file={InFolder("munge.pid")}", $"--log-file={InFolder("munge.log")}", $"--seed-file={InFolder("munge.seed")}");
        Until(() => File.Exists(InFolder("munge.socket")));
        Start("slurmctld", "-D", "-c");
        Start("slurmd", "-D", "-c", "-N", "node");
        Until(() => Ask("sinfo", "--noheader", "--format=%T") == "idle");
    }

    public string Configuration => InFolder("slurm.conf");

    /// <summary>Why there can be none here; null where there can.</summary>
    public static string? Missing()
    {
        var installed = ((string[])["munged", "slurmctld", "slurmd"]).All(name => File.Exists($"/usr/sbin/{name}"));
        return !Environment.IsPrivilegedProcess ? "slurmd runs as root alone" : installed ? null : "Debian's slurm-wlm and munge are not installed";
    }

    public string Ask(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["SLURM_CONF"] = Configuration;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        error.GetAwaiter().GetResult();
        return output.Trim();
    }

    /// <summary>Asks again until it is so; each time takes a command of Slurm's.</summary>
    public void Until(Func<bool> so)
    {
        for (var clock = Stopwatch.StartNew(); !so();)
        {
            Assert.That(clock.Elapsed, Is.LessThan(Patience), () => $"{Ask("scontrol", "show", "node")}\n{Ask("squeue")}");
        }
    }

    public void Dispose()
    {
        Ask("scancel", "--quiet", "--user=root");
        foreach (var daemon in Enumerable.Reverse(daemons))
        {
            daemon.Kill(entireProcessTree: true);
            daemon.WaitForExit();
            daemon.Dispose();
        }

        folder.Dispose();
    }

    private void Start(string daemon, params string[] arguments)
    {
        var start = new ProcessStartInfo(daemon, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["SLURM_CONF"] = Configuration;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        daemons.Add(process);
    }

    private string InFolder(string name) => Path.Combine(folder.Path, name);

    /// <summary>Credentials end soon: until then Slurm does not start again what was on a node that failed.</summary>
    private string Settings()
    {
        var name = Dns.GetHostName().Split('.')[0];
        return $"""
            ClusterName=test
            SlurmctldHost={name}(127.0.0.1)
            SlurmUser=root
            AuthType=auth/munge
            CryptoType=crypto/munge
            AuthInfo=socket={InFolder("munge.socket")},cred_expire=5
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            StateSaveLocation={InFolder("state")}
            SlurmdSpoolDir={InFolder("spool")}
            SlurmctldPidFile={InFolder("slurmctld.pid")}
            SlurmdPidFile={InFolder("slurmd.pid")}
            SlurmctldLogFile={InFolder("slurmctld.log")}
            SlurmdLogFile={InFolder("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core_Memory
            SlurmdParameters=config_overrides
            ReturnToService=2
            KillWait=2
            MpiDefault=none
            SwitchType=switch/none
            AccountingStorageType=accounting_storage/none
            JobAcctGatherType=jobacct_gather/none
            NodeName=node NodeHostname={name} NodeAddr=127.0.0.1 CPUs=2 RealMemory=16000
            PartitionName=all Nodes=ALL Default=YES State=UP MaxTime=INFINITE

            """;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
