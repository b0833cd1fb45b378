using HitSongs.Cli.Commands;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Commands;

internal sealed class CollectDisplayTests
{
    [Test]
    public void The_line_tells_what_is_running_how_long_and_what_remains() =>
        Assert.That(
            CollectDisplay.Line(2, 8, [("a/b", TimeSpan.FromSeconds(7.6)), ("c", TimeSpan.Zero)], TimeSpan.FromSeconds(10)),
            Is.EqualTo("2 of 8 collected after 10 s, about 30 s left; running a/b (8 s), c (0 s)"));

    [Test]
    public void Before_anything_is_done_nothing_is_guessed() =>
        Assert.That(CollectDisplay.Line(0, 3, [], TimeSpan.FromSeconds(4)), Is.EqualTo("0 of 3 collected after 4 s"));
}
