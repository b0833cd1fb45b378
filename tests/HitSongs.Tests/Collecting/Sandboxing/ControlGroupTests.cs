using System.Diagnostics;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Sandboxing;

/// <summary>Groups in folders that look like the kernel's, and, where one can be made on this machine, the kernel's own.</summary>
public sealed class ControlGroupTests
{
    private static readonly Limits Small = new(TimeSpan.FromSeconds(20), 64L << 20) { ScratchBytes = 1 << 20, Processes = 16 };

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase(null, Description = "no hierarchy of version 2")]
    [TestCase("cpu")]
    [TestCase("memory pids", Description = "processor time is not counted here")]
    [TestCase("memory cpu pids", Description = "a plain folder: the kernel makes no files for the limits in it")]
    public void Where_the_kernel_does_not_count_all_three_no_group_is_made_and_none_is_left(string? controllers)
    {
        if (controllers is not null)
        {
            File.WriteAllText(Path.Combine(folder.Path, "cgroup.controllers"), $"{controllers}\n");
            File.WriteAllText(Path.Combine(folder.Path, "cgroup.subtree_control"), $"{controllers}\n");
        }

        using var group = ControlGroup.TryMake(Small, folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(group, Is.Null);
            Assert.That(Directory.GetDirectories(folder.Path), Is.Empty);
        });
    }

    [Test]
    public void Controllers_that_are_not_handed_on_are_asked_for()
    {
        File.WriteAllText(Path.Combine(folder.Path, "cgroup.controllers"), "cpu memory pids\n");
        File.WriteAllText(Path.Combine(folder.Path, "cgroup.subtree_control"), "memory\n");

        ControlGroup.TryMake(Small, folder.Path)?.Dispose();

        // A plain file keeps the last of what was written to it.
        Assert.That(File.ReadAllText(Path.Combine(folder.Path, "cgroup.subtree_control")), Does.StartWith("+cpu").And.Not.Contain("+memory"));
    }

    [Test]
    public void Groups_of_graders_that_were_killed_are_removed_and_those_of_others_stay()
    {
        using var ended = Process.Start(new ProcessStartInfo("true"))!;
        ended.WaitForExit();
        string[] stay = [$"hitsongs-{Environment.ProcessId}-1", "hitsongs-mine", "user.slice"];
        foreach (var name in stay.Append($"hitsongs-{ended.Id}-7"))
        {
            Directory.CreateDirectory(Path.Combine(folder.Path, name));
        }

        ControlGroup.RemoveLeft(folder.Path);

        Assert.That(Directory.GetDirectories(folder.Path).Select(Path.GetFileName), Is.EquivalentTo(stay));
    }

    [TestCase("30 25 0:26 / /sys/fs/cgroup rw,nosuid shared:9 - cgroup2 cgroup2 rw", "0::/user.slice/user-7.slice/user@7.service/app.slice/a.scope",
        "/sys/fs/cgroup /sys/fs/cgroup/user.slice/user-7.slice/user@7.service/app.slice /sys/fs/cgroup/user.slice/user-7.slice/user@7.service "
            + "/sys/fs/cgroup/user.slice/user-7.slice /sys/fs/cgroup/user.slice",
        TestName = "A user's session under systemd")]
    [TestCase("41 30 0:36 / /sys/fs/cgroup ro - cgroup2 cgroup rw", "0::/", "/sys/fs/cgroup", TestName = "A container")]
    [TestCase("35 25 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory|41 30 0:36 / /sys/fs/cgroup/unified rw - cgroup2 cgroup2 rw", "4:memory:/a|0::/",
        "/sys/fs/cgroup/unified", TestName = "Version 1 beside version 2")]
    [TestCase("35 25 0:30 / /sys/fs/cgroup/memory rw - cgroup cgroup rw,memory", "4:memory:/a", "", TestName = "Version 1 alone")]
    [TestCase("41 30 0:36 / /sys/fs/cgroup rw - cgroup2 cgroup rw", "0::/../../other", "", TestName = "A group outside of what is seen")]
    public void Places_are_the_root_and_the_groups_above(string mounts, string groups, string places) =>
        Assert.That(string.Join(' ', ControlGroupPlaces.Of(mounts.Split('|'), groups.Split('|'))), Is.EqualTo(places));

    [Test]
    public async Task A_program_that_fills_its_scratch_folder_and_its_memory_together_runs_out_of_memory_by_the_kernels_count()
    {
        var run = await RunAsync(
            "head -c 900000 /dev/zero > /tmp/a; head -c 15000000 /dev/zero > /dev/shm/a; "
                + "for i in 1 2 3; do dd if=/dev/zero bs=19M count=1 2>/dev/null | { sleep 3; cat >/dev/null; } & done; wait; echo survived");

        Assert.That(run.End, Is.EqualTo(RunEnd.OutOfMemory), run.Output);
    }

    [Test]
    public async Task A_program_that_starts_processes_without_end_is_refused_them_by_the_kernels_count()
    {
        var run = await RunAsync("for i in $(seq 60); do sleep 20 & done; kill -9 $(jobs -p); echo ended");

        Assert.That(run.Output, Does.Contain("fork").IgnoreCase);
    }

    [Test]
    public void A_group_has_its_limits_and_is_gone_afterwards()
    {
        Assume.That(ControlGroup.Parent, Is.Not.Null, "no control group can be made on this machine");
        string path;
        using (var group = ControlGroup.TryMake(Small)!)
        {
            path = Path.GetDirectoryName(group.Processes)!;
            Assert.That(
                ((string[])["memory.max", "pids.max", "cpu.max"]).Select(file => File.ReadAllText(Path.Combine(path, file)).Trim()),
                Is.EqualTo([$"{65L << 20}", "24", "200000 100000"])
            );
        }

        Assert.That(path, Does.Not.Exist);
    }

    private static Task<SandboxedRun> RunAsync(string script)
    {
        Assume.That(ControlGroup.Parent, Is.Not.Null, "no control group can be made on this machine");
        return new BubblewrapSandbox().RunAsync(
            new SandboxedCommand("/bin/sh", ["-c", script], [], null, ReadOnlyMemory<byte>.Empty, Small),
            CancellationToken.None
        );
    }
}
