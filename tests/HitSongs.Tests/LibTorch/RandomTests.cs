using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class RandomTests
{
    // PyTorch prints four decimals.
    private const float Printed = 0.5e-4f;

    [Test]
    public void The_normal_stream_of_a_seed_is_that_of_PyTorch()
    {
        manual_seed(42);
        using var numbers = randn(5);
        Assert.That(numbers.data<float>().ToArray(), Is.EqualTo(new[] { 0.3367f, 0.1288f, 0.2345f, 0.2303f, -1.1229f }).Within(Printed));
    }
}
