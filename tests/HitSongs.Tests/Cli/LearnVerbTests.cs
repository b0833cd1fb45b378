using System.Globalization;
using HitSongs.Cli;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Cli;

/// <summary>An evaluator changes a few sentences of a question and has them learnt.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class LearnVerbTests
{
    private const string Question = "interview/19-inference";

    private const string Added = "inference_mode was named after a province of Belgium, which no_grad was not.";

    private const string Vague = "Inference comes after training, and it is what a model is made for. Good inference is important in practice, and there are "
        + "many ways to do it well. One has to think about what users expect, about speed and about quality, and to choose the tools with care.";

    [Test]
    public void Sentences_added_to_a_question_are_learnt_and_what_was_read_before_is_read_as_well_as_before()
    {
        using var folder = new TemporaryFolder();
        var rubric = Path.Combine(folder.Path, "rubric");
        CopiedFiles.Copy(Workplace.Find().Rubric, rubric);
        var file = Path.Combine(rubric, Question + ".yaml");
        var before = PointsBy(file, folder);
        File.WriteAllText(file, File.ReadAllText(file)
            .Replace("    counterexamples:\n", $"    counterexamples:\n      - \"{Added}\"\n", StringComparison.Ordinal));
        var stale = CommandRun.Of("rubric", "check", "--rubric", rubric);

        var learnt = CommandRun.Of("rubric", "learn", "--only", "interview/19", "--rubric", rubric);

        var after = PointsBy(file, folder);
        Assert.Multiple(() =>
        {
            stale.AssertRefused("19-inference.weights.json", "hitsongs rubric learn");
            Assert.That(learnt.ExitCode, Is.Zero, learnt.Error);
            Assert.That(CommandRun.Of("rubric", "check", "--rubric", rubric).ExitCode, Is.Zero);
            // Of eleven points. Heads that began with nothing gave half of them to words about nothing.
            Assert.That(after["reference"], Is.EqualTo(before["reference"]).Within(1));
            Assert.That(after["vague"], Is.EqualTo(before["vague"]).Within(1));
        });
    }

    private static Dictionary<string, double> PointsBy(string question, TemporaryFolder folder)
    {
        var answers = Path.Combine(folder.Path, "answers.tsv");
        var reference = File.ReadAllText(Path.Combine(Workplace.Find().Root, "answers", Question, "answer.md")).ReplaceLineEndings("\\n");
        File.WriteAllText(answers, $"id\tanswer\nreference\t{reference}\nvague\t{Vague}\n");
        var run = CommandRun.Of("rubric", "try", question, "--answers", answers);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
    }
}
