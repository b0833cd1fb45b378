using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>Score of an attack.</summary>
/// <param name="Share">Of the points of the prose, 0 to 1.</param>
public sealed record AttackReview(Question Question, Attack Attack, double Share)
{
    // Encoding takes a while.
    private const int MostAnswers = 1;

    /// <summary>Attacks every question of a rubric that has a good sample, with the samples for tuning.</summary>
    /// <param name="directory">The rubric's folder.</param>
    /// <param name="encoder">What encodes passages; null where all prose is read by words.</param>
    public static IEnumerable<AttackReview> All(string directory, Rubric rubric, IPassageEncoder? encoder = null)
    {
        var good = rubric
            .Questions.Where(question => File.Exists(PathOf(question)))
            .Select(question =>
                (
                    Question: question,
                    Answers: SampleFile
                        .Read(PathOf(question), question, PathOf(question))
                        .Where(s => s is { Kind: "good", IsHeldOut: false })
                        .Select(s => s.Answer)
                        .ToList()
                )
            )
            .Where(pair => pair.Answers.Count > 0)
            .ToList();
        // Sets ask in part for the same: what answers a question of one may answer one of another.
        foreach (var set in good.GroupBy(pair => pair.Question.Id.Split('/')[0]).Select(set => set.ToList()))
        {
            for (var i = 0; i < set.Count; i++)
            {
                var (question, answers) = set[i];
                var others = set.Skip(i + (set.Count / 2))
                    .Concat(set.Take(i + (set.Count / 2)))
                    .Where(pair => pair.Question != question)
                    .Select(pair => pair.Answers[0])
                    .ToList();
                foreach (
                    var attack in answers
                        .Take(question.Weights is null ? answers.Count : MostAnswers)
                        .SelectMany(answer => Attack.On(question, answer, others))
                        .Distinct()
                )
                {
                    var scores = ProseMarks.Of(question, attack.Text, encoder);
                    yield return new AttackReview(question, attack, scores.Sum(score => score.ProposedPoints) / scores.Sum(score => score.MaxPoints));
                }
            }
        }

        string PathOf(Question question) => Path.Combine(directory, question.Id + SampleFile.Extension);
    }
}
