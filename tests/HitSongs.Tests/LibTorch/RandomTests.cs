using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

/// <summary>The expected numbers are those PyTorch prints, with four decimals, for the same seed.</summary>
public class RandomTests
{
    private const float Printed = 0.5e-4f;

    [Test]
    public void The_normal_stream_of_a_seed_is_that_of_PyTorch()
    {
        manual_seed(42);
        Assert.That(Floats(randn(5)), Is.EqualTo(new[] { 0.3367f, 0.1288f, 0.2345f, 0.2303f, -1.1229f }).Within(Printed));
        random.manual_seed(0);
        Assert.That(Floats(randn(3)), Is.EqualTo(new[] { 1.5410f, -0.2934f, -2.1788f }).Within(Printed));
    }

    [Test]
    public void The_uniform_stream_of_a_seed_is_that_of_PyTorch()
    {
        manual_seed(0);
        Assert.That(Floats(rand(3)), Is.EqualTo(new[] { 0.4963f, 0.7682f, 0.0885f }).Within(Printed));
    }

    [Test]
    public void A_linear_layer_begins_with_the_numbers_of_PyTorch()
    {
        manual_seed(42);
        using var layer = nn.Linear(1, 1);
        Assert.That(layer.weight.item<float>(), Is.EqualTo(0.7645f).Within(Printed));
        Assert.That(layer.bias!.item<float>(), Is.EqualTo(0.8300f).Within(Printed));
    }

    [Test]
    public void A_generator_has_a_stream_of_its_own()
    {
        manual_seed(1);
        var expected = Floats(randn(4));
        manual_seed(2);
        using var own = new Generator();
        own.manual_seed(1);
        var drawn = randn(4, generator: own);
        Assert.That(Floats(drawn), Is.EqualTo(expected));
        Assert.That(own.initial_seed(), Is.EqualTo(1));
        Assert.That(initial_seed(), Is.EqualTo(2));
    }

    [Test]
    public void A_saved_state_gives_the_same_numbers_again()
    {
        using var state = get_rng_state();
        var first = Floats(rand(3));
        set_rng_state(state);
        Assert.That(Floats(rand(3)), Is.EqualTo(first));
    }

    [Test]
    public void Permutations_and_whole_numbers_stay_in_their_range()
    {
        Assert.That(randperm(50).data<long>().ToArray(), Is.EquivalentTo(Enumerable.Range(0, 50).Select(i => (long)i)));
        Assert.That(randint(3, 6, new long[] { 200 }).data<long>().ToArray(), Is.SupersetOf(new[] { 3L, 4, 5 }).And.All.InRange(3, 5));
    }

    private static float[] Floats(Tensor tensor) => tensor.data<float>().ToArray();
}
