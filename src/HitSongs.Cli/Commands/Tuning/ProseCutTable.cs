using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Tuning;

namespace HitSongs.Cli.Commands.Tuning;

/// <summary>Tells how well each criterion of prose agrees with the marked answers, and where it would do so best.</summary>
internal static class ProseCutTable
{
    public static void Write(IReadOnlyList<(Question Question, IReadOnlyList<ProseCut> Cuts)> tuned, TextWriter output)
    {
        foreach (var (question, cuts) in tuned)
        {
            output.WriteLine();
            output.WriteLine($"{question.Id}: prose on {cuts.Max(cut => cut.Answers)} marked answers");
            output.WriteLine("  criterion                       stated      now: precision recall   best cut: precision recall");
            foreach (var cut in cuts)
            {
                var best = cut is { Cut: { } at, Best: { } figures } ? $"{at,8:0.000}: {Share(figures.Precision),9} {Share(figures.Recall),6}" : "       –";
                output.WriteLine(
                    $"  {cut.Criterion.Id,-30} {cut.Stated,3} of {cut.Answers,-3} {Share(cut.Now.Precision),14} {Share(cut.Now.Recall),6} {best,20}");
            }
        }
    }

    private static string Share(double share) => double.IsNaN(share) ? "–" : $"{share:P0}";
}
