using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Benchmarks.Answers;

/// <summary>How long grading a written answer takes, and what attacks earn.</summary>
internal static class AnswerSpeed
{
    private const int Rounds = 200;
    private const int Million = 1_000_000;

    public static int Run()
    {
        var folder = Path.Combine(RepositoryRoot.Path, "rubric");
        var rubric = RubricFolder.Read(folder);
        var answers = rubric.Questions
            .Select(question => (Question: question, File: Path.Combine(RepositoryRoot.Path, "answers", question.Id, "answer.md")))
            .Where(pair => File.Exists(pair.File))
            .Select(pair => (pair.Question, Text: File.ReadAllText(pair.File)))
            .ToList();
        // What is compiled for the first answers in the background would count as theirs.
        foreach (var (question, text) in answers)
        {
            Time(question, text, Rounds);
        }

        foreach (var (question, text) in answers)
        {
            Console.Out.WriteLine(
                $"{question.Id,-44} {text.Length,6} characters {Time(question, text, Rounds),8:0.000} ms; a million characters "
                    + $"{Time(question, Long(text), 1),6:0} ms"
            );
        }

        foreach (var attack in AttackReview.All(folder, rubric).GroupBy(review => review.Attack.Name, StringComparer.Ordinal))
        {
            Console.Out.WriteLine(
                $"{attack.Key,-28} mean {attack.Average(review => review.Share):P0} of the points, at most 20 % in "
                    + $"{attack.Count(review => review.Share <= 0.2) / (double)attack.Count():P0} of {attack.Count()} texts"
            );
        }

        return 0;
    }

    private static string Long(string text) => string.Concat(Enumerable.Repeat(text + "\n\n", (Million / text.Length) + 1))[..Million];

    private static double Time(Question question, string text, int rounds)
    {
        // Processor time: other programs on the machine do not count.
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < rounds; i++)
        {
            ProseMarks.Of(question, text);
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / rounds;
    }
}
