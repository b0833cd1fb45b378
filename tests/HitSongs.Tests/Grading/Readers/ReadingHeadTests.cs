using HitSongs.Grading.Readers;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Readers;

public sealed class ReadingHeadTests
{
    [Test]
    public void What_another_processor_computes_in_the_last_digits_moves_no_vector()
    {
        var random = new Random(1);
        var state = Enumerable.Range(0, PassageVector.Size).Select(_ => (float)((random.NextDouble() * 6) - 3)).ToArray();
        var other = state.Select(value => value * (1 + 1e-6f)).ToArray();

        // A value on the edge between two steps may fall to either side: of 768 at most one in a thousand lies so near.
        Assert.That(PassageVector.Of(state).Values.Zip(PassageVector.Of(other).Values).Count(pair => pair.First != pair.Second), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void One_step_of_one_number_moves_the_odds_by_less_than_a_hundredth()
    {
        var (weights, scale) = ReadingHead.Rounded(Enumerable.Range(0, PassageVector.Size).Select(i => MathF.Sin(i) / 5).ToArray());
        var head = new ReadingHead(weights, scale, 0.1, weights, scale, -3);
        var values = new sbyte[PassageVector.Size];
        var before = head.Read(new PassageVector([.. values])).States;
        values[3] = 1;

        Assert.That(head.Read(new PassageVector(values)).States, Is.EqualTo(before).Within(0.01));
    }

    [Test]
    public void Rounded_weights_give_the_products_that_the_weights_give()
    {
        var weights = Enumerable.Range(0, PassageVector.Size).Select(i => MathF.Cos(i) / 10).ToArray();
        var state = Enumerable.Range(0, PassageVector.Size).Select(i => MathF.Sin(i * 0.7f)).ToArray();
        var (bytes, scale) = ReadingHead.Rounded(weights);
        var exact = weights.Zip(state, (a, b) => (double)a * b).Sum();

        // Neither: the opposite is so unlikely that the odds are the product itself.
        Assert.That(new ReadingHead(bytes, scale, 0, bytes, 0, -50).Read(PassageVector.Of(state)).States, Is.EqualTo(exact).Within(0.1));
    }
}
