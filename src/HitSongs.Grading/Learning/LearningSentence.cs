using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Learning;

/// <summary>A sentence of a rubric to learn from.</summary>
/// <param name="Question">The question's id.</param>
/// <param name="Criterion">The criterion's id.</param>
/// <param name="IsRight">Whether it states the criterion; otherwise it says something else with its words, such as the opposite.</param>
/// <param name="Pair">The same for the two sentences of a pair that differ in one thing; null where it stands alone.</param>
/// <param name="IsForCurve">Whether it is kept from the heads, for the curve from what they read to a probability to be fitted to.</param>
public sealed record LearningSentence(string Question, string Criterion, string Text, bool IsRight, int? Pair, bool IsForCurve)
{
    // What heads have seen they read too well to tell how well they read.
    private const int OneOf = 7;

    /// <summary>Every sentence of the questions that have contrasts beside them, in the order of the rubric: the others are read by words; each text once
    /// for a criterion, but for those of pairs.</summary>
    /// <param name="directory">The rubric's folder.</param>
    public static IReadOnlyList<LearningSentence> All(string directory, Rubric rubric)
    {
        var (sentences, pairs) = (new List<LearningSentence>(), 0);
        var lastPair = ("", -1);
        foreach (var question in rubric.Questions.Where(question => question.SameAs is null))
        {
            var (criteria, path) = (question.LearntCriteria, Path.Combine(directory, question.Id + ".yaml"));
            if (!File.Exists(Path.ChangeExtension(path, ContrastsFile.Extension)))
            {
                continue;
            }

            foreach (var criterion in criteria)
            {
                var examples = criterion.Examples!;
                sentences.AddRange(examples.Right.Select(statement => new LearningSentence(question.Id, criterion.Id, statement.Text, true, null, false)));
                sentences.AddRange(examples.Wrong.Select(statement => new LearningSentence(question.Id, criterion.Id, statement.Text, false, null, false)));
            }

            var contrasts = ContrastsFile.Beside(path, [.. criteria.Select(criterion => criterion.Id)]);
            sentences.AddRange(
                contrasts.Select(
                    (contrast, i) =>
                        new LearningSentence(
                            question.Id,
                            contrast.Criterion,
                            contrast.Text,
                            contrast.IsRight,
                            contrast.Pair is { } pair ? NumberOf(contrast.Criterion, pair) : null,
                            (contrast.Pair ?? i) % OneOf == OneOf - 1
                        )
                )
            );
        }

        return
        [
            .. sentences
                .GroupBy(sentence =>
                    sentence.Pair is null
                        ? (sentence.Question, sentence.Criterion, sentence.Text, 0)
                        : (sentence.Question, sentence.Criterion, sentence.Text, sentence.Pair.Value)
                )
                .Select(same => same.First()),
        ];

        int NumberOf(string criterion, int pair)
        {
            pairs += lastPair == (criterion, pair) ? 0 : 1;
            lastPair = (criterion, pair);
            return pairs;
        }
    }
}
