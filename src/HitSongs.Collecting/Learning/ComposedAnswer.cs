using HitSongs.Grading.Learning;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Learning;

/// <summary>An answer put together from sentences of which it is known what they state: as good, half, wrong and mixed answers are.</summary>
/// <param name="Stated">By criterion, whether it is stated.</param>
internal sealed record ComposedAnswer(string Text, IReadOnlyDictionary<string, bool> Stated)
{
    private const int AnswersOfKind = 3;

    // The chances that a concept is stated and that something else is stated with its words, in each kind of answer.
    private static readonly (double Right, double Wrong)[] Kinds = [(1, 0), (0.5, 0), (0, 1), (0.5, 1), (0.7, 0.2), (0.2, 0.5)];

    private const double Misconceptions = 0.3;

    /// <param name="sentences">Those of the question that no head has seen.</param>
    public static IEnumerable<ComposedAnswer> All(Question question, IReadOnlyList<LearningSentence> sentences)
    {
        // The same answers for the same sentences.
        var random = new Random(sentences.Count);
        var concepts = question.Criteria.Where(criterion => criterion.Kind == "concept").Select(criterion => criterion.Id).ToHashSet(StringComparer.Ordinal);
        var byCriterion = sentences
            .GroupBy(sentence => sentence.Criterion, StringComparer.Ordinal)
            .Select(group => (Id: group.Key, Sentences: group.ToLookup(sentence => sentence.IsRight)))
            .ToList();
        return Enumerable
            .Range(0, AnswersOfKind)
            .SelectMany(_ => Kinds)
            .Select(kind => Of(byCriterion, concepts, kind, random))
            .Where(answer => answer.Text.Length > 0)
            .ToList();
    }

    private static ComposedAnswer Of(
        List<(string Id, ILookup<bool, LearningSentence> Sentences)> criteria,
        HashSet<string> concepts,
        (double Right, double Wrong) kind,
        Random random
    )
    {
        var (texts, stated) = (new List<string>(), new Dictionary<string, bool>(StringComparer.Ordinal));
        foreach (var (id, sentences) in criteria)
        {
            var isConcept = concepts.Contains(id);
            var isRight = random.NextDouble() < (isConcept ? kind.Right : Misconceptions);
            var isWrong = !isRight && random.NextDouble() < (isConcept ? kind.Wrong : 0.5);
            stated[id] = isRight && sentences[true].Any();
            if ((isRight || isWrong) && sentences[isRight].ToArray() is { Length: > 0 } some)
            {
                texts.Add(some[random.Next(some.Length)].Text);
            }
        }

        return new ComposedAnswer(string.Join(' ', texts.Select(text => text.TrimEnd() is [.., '.' or '!' or '?' or ';'] ? text : text + ".")), stated);
    }
}
