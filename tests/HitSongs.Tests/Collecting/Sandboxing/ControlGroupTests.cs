using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Sandboxing;

public sealed class ControlGroupTests
{
    private static readonly Limits Small = new(TimeSpan.FromSeconds(20), 64L << 20) { ScratchBytes = 1 << 20, Processes = 16 };

    [TestCase(false)]
    [TestCase(true)]
    public void Where_the_kernel_does_not_count_memory_no_group_is_made_and_none_is_left(bool hierarchy)
    {
        using var folder = new TemporaryFolder();
        if (hierarchy)
        {
            File.WriteAllText(Path.Combine(folder.Path, "cgroup.controllers"), "cpu\n");
        }

        using var group = ControlGroup.TryMake(Small, folder.Path);

        Assert.Multiple(() =>
        {
            Assert.That(group, Is.Null);
            Assert.That(Directory.GetDirectories(folder.Path), Is.Empty);
        });
    }

    [Test]
    public async Task A_program_that_fills_its_scratch_folder_and_its_memory_together_runs_out_of_memory()
    {
        using (var possible = ControlGroup.TryMake(Small))
            Assume.That(possible, Is.Not.Null, "no control group can be made on this machine");

        var run = await new BubblewrapSandbox().RunAsync(
            new SandboxedCommand(
                "/bin/sh",
                ["-c", "head -c 900000 /dev/zero > /tmp/a; x=$(head -c 200000000 /dev/zero | tr '\\0' a); echo survived"],
                [],
                null,
                ReadOnlyMemory<byte>.Empty,
                Small with
                {
                    MemoryBytes = 64L << 20,
                }
            ),
            CancellationToken.None
        );

        Assert.That(run.End, Is.EqualTo(RunEnd.OutOfMemory));
    }
}
