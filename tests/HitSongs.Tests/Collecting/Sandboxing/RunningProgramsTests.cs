using HitSongs.Collecting.Sandboxing;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Sandboxing;

/// <summary>Who may run beside whom, as the gradings of one machine agree on it by locked files.</summary>
public sealed class RunningProgramsTests
{
    private static readonly CancellationToken Enough = new CancellationTokenSource(TimeSpan.FromMinutes(5)).Token;

    [Test]
    public async Task Two_that_need_not_be_alone_run_side_by_side()
    {
        using var one = await RunningPrograms.EnterAsync(alone: false, Enough);
        using var other = await RunningPrograms.EnterAsync(alone: false, Enough);

        Assert.That((one, other), Is.Not.EqualTo((null as IDisposable, null as IDisposable)));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task One_that_must_be_alone_and_another_wait_for_each_other(bool first, bool second)
    {
        Task<IDisposable> waiting;
        using (await RunningPrograms.EnterAsync(first, Enough))
        {
            waiting = RunningPrograms.EnterAsync(second, Enough);
            Assert.That(waiting.IsCompleted, Is.False);
        }

        (await waiting).Dispose();
    }

    [Test]
    public async Task One_that_is_cancelled_while_it_waits_leaves_the_way_free()
    {
        using var cancel = new CancellationTokenSource();
        using (await RunningPrograms.EnterAsync(alone: true, Enough))
        {
            var waiting = RunningPrograms.EnterAsync(alone: true, cancel.Token);
            await cancel.CancelAsync();
            Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        }

        (await RunningPrograms.EnterAsync(alone: true, Enough)).Dispose();
    }
}
