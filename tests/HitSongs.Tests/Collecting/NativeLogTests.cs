using HitSongs.Collecting.Run;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

[Parallelizable(ParallelScope.All)]
public sealed class NativeLogTests
{
    [Test]
    public async Task A_warning_of_libtorch_is_the_same_in_every_run()
    {
        var source = $"{ProgramTrial.Header}\nvar x = torch.ones(1, requires_grad: true);\nvar y = x * 2;\ny.sum().backward();\n_ = y.grad;\n";

        var (run, _) = await ProgramTrial.RunAsync(source);

        Assert.That(run.Output, Does.Match(@"^\[W [A-Za-z.]+:\d+\] Warning: The \.grad attribute of a Tensor that is not a leaf"));
    }

    [TestCase("[W1201 01:27:52.836062101 TensorBody.h:498] Warning: a", "[W TensorBody.h:498] Warning: a")]
    [TestCase("[E0101 00:00:00.1 12345 a.cpp:1] b", "[E a.cpp:1] b")]
    [TestCase("it said [W1201 01:27:52.836062101 TensorBody.h:498]", "it said [W1201 01:27:52.836062101 TensorBody.h:498]")]
    [TestCase("[W1201] at 01:27:52", "[W1201] at 01:27:52")]
    [TestCase("[W\u0661\u0662\u0660\u0661 01:27:52.8 a.h:4]", "[W\u0661\u0662\u0660\u0661 01:27:52.8 a.h:4]")]
    public void Only_the_times_of_its_own_lines_are_left_out(string line, string told) =>
        Assert.That(NativeLog.WithoutTimes($"one\n{line}\nthree\n"), Is.EqualTo($"one\n{told}\nthree\n"));
}
