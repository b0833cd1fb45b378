using HitSongs.Grading.Evidence;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

[Parallelizable(ParallelScope.Self)]
public class UndisposedTensorsTests
{
    /// <summary>Without a bound on the young garbage it took 1.2 GB: a tensor's handle is a few bytes to the collector, whatever it holds.</summary>
    [Test]
    public async Task Twenty_thousand_training_steps_that_dispose_of_nothing_stay_under_300_MB()
    {
        var (run, observed) = await ProgramTrial.RunAsync($$"""
            {{ProgramTrial.Header}}
            using static TorchSharp.torch;
            var model = nn.Sequential(nn.Linear(16, 32), nn.ReLU(), nn.Linear(32, 4));
            var optimizer = optim.Adam(model.parameters());
            var (x, y) = (randn(64, 16), randint(0, 4, [64L]));
            Observe("before", Held());
            for (var step = 0; step < 20_000; step++)
            {
                optimizer.zero_grad();
                nn.functional.cross_entropy(model.call(x), y).backward();
                optimizer.step();
            }
            Observe("after", Held());
            static long Held() => long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("RssAnon:")).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2]) / 1024;
            """);
        Assert.That(run.Outcome, Is.EqualTo(RunOutcome.Completed), run.Reason);
        TestContext.Out.WriteLine($"anonymous memory in MB: {observed["before"]} before the first step, {observed["after"]} after the last");
        Assert.That(int.Parse(observed["after"]!), Is.LessThan(300));
    }
}
