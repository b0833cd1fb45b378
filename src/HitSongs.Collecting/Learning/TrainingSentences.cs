using HitSongs.Grading.Learning;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Collecting.Learning;

/// <summary>Training data of heads: the rubric's sentences but for those that the curve is fitted to, sentences of concepts turned wrong by
/// rule, and what authors do with sentences.</summary>
internal static class TrainingSentences
{
    /// <param name="folder">The rubric's folder.</param>
    public static IReadOnlyList<LearningSentence> Of(string folder, Rubric rubric)
    {
        var written = LearningSentence.All(folder, rubric).Where(sentence => !sentence.IsForCurve).ToList();
        var concepts = rubric.Questions
            .SelectMany(question => question.Criteria.Where(criterion => criterion.Kind == "concept").Select(criterion => (question.Id, criterion.Id)))
            .ToHashSet();
        return
        [
            .. written,
            .. TurnedSentence.All(written.Where(sentence => concepts.Contains((sentence.Question, sentence.Criterion)))),
            .. ScopeLearning.All(folder, rubric, written),
        ];
    }
}
