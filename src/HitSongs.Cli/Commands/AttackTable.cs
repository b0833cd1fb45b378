using HitSongs.Collecting.Encoders;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells what texts earn that are made to earn points without knowledge.</summary>
internal static class AttackTable
{
    public static void Write(string folder, Rubric rubric, TextWriter output)
    {
        foreach (var attack in AttackReview.All(folder, rubric, PassageEncoder.Of(folder)).GroupBy(review => review.Attack.Name, StringComparer.Ordinal))
        {
            var shares = attack.Select(review => review.Share).Order().ToList();
            output.WriteLine(
                $"{attack.Key,-28} {shares.Count,4} texts, mean {shares.Average():P0}, most {shares[^1]:P0}, at most 20 % of the points: "
                    + $"{shares.Count(share => share <= 0.2) / (double)shares.Count:P0}"
            );
        }
    }
}
