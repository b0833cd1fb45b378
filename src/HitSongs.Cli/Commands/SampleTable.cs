using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells how a rubric agrees with the marks of its samples, and where it does not.</summary>
internal static class SampleTable
{
    /// <param name="aside">The samples set aside, or all others.</param>
    public static void Write(string folder, Rubric rubric, bool aside, TextWriter output)
    {
        var reviews = rubric.Questions.SelectMany(q => Reviews(folder, q, aside)).ToList();
        output.WriteLine($"{reviews.Count} samples {(aside ? "set aside" : "for tuning")}");
        foreach (var question in reviews.GroupBy(r => r.Question.Id, StringComparer.Ordinal))
        {
            WriteAgreement(question.Key, question, output);
        }

        WriteAgreement("all together", reviews, output);
        foreach (var review in reviews.Where(r => r.Disagreements.Count > 0))
        {
            output.WriteLine($"{review.Question.Id}, sample {review.Sample.Id} ({review.Sample.Kind}): marked {review.PersonShare:P0}, graded {review.RubricShare:P0}");
            foreach (var score in review.Disagreements)
            {
                output.WriteLine($"  {score.Id}: marked {review.Mark(score.Id):0.##}, graded {score.Points:0.##} of {score.MaxPoints:0.##}. {score.Feedback}");
            }
        }
    }

    private static IEnumerable<SampleReview> Reviews(string folder, Question question, bool aside)
    {
        var path = Path.Combine(folder, question.Id + SampleFile.Extension);
        return File.Exists(path) ? SampleFile.Read(path, question, path).Where(s => s.Aside == aside).Select(s => SampleReview.Of(question, s)) : [];
    }

    private static void WriteAgreement(string name, IEnumerable<SampleReview> reviews, TextWriter output)
    {
        var agreement = Agreement.Of([.. reviews.Select(r => (r.PersonShare, r.RubricShare))]);
        output.WriteLine($"  {name}: {agreement.Count} samples, Pearson r {agreement.Pearson:0.000}, quadratic weighted kappa {agreement.QuadraticKappa:0.000}");
    }
}
