using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells which examples of a rubric it would grade rightly if it did not have them.</summary>
internal static class StatementTable
{
    public static void Write(Rubric rubric, TextWriter output)
    {
        var reviews = rubric.Questions.Where(question => question.Weights is null).SelectMany(StatementReview.InTenths).ToList();
        foreach (var criterion in reviews.GroupBy(r => (r.Question.Id, Criterion: r.Criterion.Id)))
        {
            output.WriteLine($"{criterion.Key.Id}, {criterion.Key.Criterion}: {Summary([.. criterion])}");
            foreach (var review in criterion.Where(r => !r.IsGradedRightly))
            {
                output.WriteLine($"  {(review.IsRight ? "not found" : "found")} ({review.Share:0.##}): {review.Text}");
            }
        }

        output.WriteLine($"all together: {Summary(reviews)}");
    }

    private static string Summary(List<StatementReview> reviews)
    {
        var (right, wrong) = (reviews.Where(r => r.IsRight).ToList(), reviews.Where(r => !r.IsRight).ToList());
        return $"{right.Count(r => r.IsGradedRightly)} of {right.Count} examples found, {wrong.Count(r => r.IsGradedRightly)} of {wrong.Count} "
            + "counterexamples refused";
    }
}
