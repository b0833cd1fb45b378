using HitSongs.Pipeline;
using HitSongs.Pipeline.Synthesis;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Synthesis;

public sealed class TwinDetectorTests
{
    private const int Songs = 1000;

    [Test]
    public void Songs_of_one_distribution_are_not_told_apart()
    {
        var detector = Detect((_, random) => random.Normal());

        // Four standard errors of an area over a thousand songs of each kind are .05.
        Assert.That(detector.AreaUnderRocCurve, Is.EqualTo(0.5).Within(0.05));
    }

    [Test]
    public void Columns_that_are_right_alone_and_wrong_together_are_told_apart_and_named()
    {
        // Real songs have y = x, synthetic songs two columns of the same distribution.
        var detector = Detect((x, random) => (random.Uniform() < 0.5 ? 0 : 0.01) + (x ?? random.Normal()));

        Assert.That(detector.AreaUnderRocCurve, Is.GreaterThan(0.9));
        Assert.That(detector.Telltale, Is.AnyOf("x", "y"));
        Assert.That(detector.TelltaleDrop, Is.GreaterThan(0.2));
    }

    [Test]
    public void The_same_songs_and_seed_give_the_same_detector()
    {
        var first = Detect((_, random) => random.Uniform());

        Assert.That(Detect((_, random) => random.Uniform()), Is.EqualTo(first));
    }

    /// <param name="second">The second column; it is given the first one of real songs, and nothing of synthetic ones.</param>
    private static TwinDetector Detect(Func<double?, SeededRandom, double> second)
    {
        var random = new SeededRandom(5);
        var (real, synthetic) = (Table(real: true), Table(real: false));
        return TwinDetector.Of(real, synthetic, [.. Enumerable.Range(0, 2 * Songs).Select(i => new LabelledSong(MadeSongs.Unlabelled($"{i:0000}", $"{i}", "pop", "soft", null), 50, i % 3 == 0))], seed: 1);

        Dictionary<string, double[]> Table(bool real)
        {
            double[] x = [.. Enumerable.Range(0, Songs).Select(_ => random.Normal())];
            return new() { ["x"] = x, ["y"] = [.. x.Select(value => second(real ? value : null, random))], ["z"] = [.. x.Select(_ => random.Uniform())] };
        }
    }
}
