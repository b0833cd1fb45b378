using HitSongs.Cli.Terminal;
using HitSongs.Reporting;
using HitSongs.Tests.Reporting;
using HitSongs.Tests.Snapshots;
using NUnit.Framework;
using Spectre.Console;

namespace HitSongs.Tests.Cli.Terminal;

internal sealed class ScoreTableTests
{
    [TestCase(60)]
    [TestCase(100)]
    public void The_table_is_as_accepted_and_fits_the_terminal(int width)
    {
        var text = Write(width, SampleReport.Create());
        Assert.That(text.Split('\n').Select(line => line.Length), Is.All.LessThanOrEqualTo(width));
        Snapshot.Matches(text, $"{width}");
    }

    [Test]
    public void Without_a_terminal_there_is_no_colour() => Assert.That(Write(80, SampleReport.Create()), Does.Not.Contain('\u001b'));

    [Test]
    public void Feedback_can_neither_steer_the_terminal_nor_the_markup()
    {
        var text = Write(80, SampleReport.Create(feedback: "\u001b[2J\u001b]0;owned\u0007 [red]not markup[/] [/] [unclosed"));
        Assert.That(text, Does.Not.Contain('\u001b').And.Not.Contain('\u0007'));
        Assert.That(text, Does.Contain("[red]not markup[/] [/]"));
    }

    private static string Write(int width, Report report)
    {
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.No,
                ColorSystem = ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        console.Profile.Width = width;
        ScoreTable.Write(console, report.Grade);
        return string.Join('\n', writer.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd()));
    }
}
