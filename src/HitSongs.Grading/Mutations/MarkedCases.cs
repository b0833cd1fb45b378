using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Grading.Mutations;

/// <summary>Answers of which a person, or the way in which they were made, says what they must earn.</summary>
public static class MarkedCases
{
    private const string Misconception = "misconception";

    /// <summary>The marked answers of a question that are not held out.</summary>
    public static IEnumerable<KnownCase> OfSamples(Question question, IReadOnlyList<Sample> samples, IPassageEncoder? encoder) =>
        samples.Where(sample => !sample.IsHeldOut && !string.IsNullOrWhiteSpace(sample.Answer)).Select(sample => CaseOf(
            question,
            $"sample {sample.Id}",
            sample.Answer,
            encoder,
            question.ProseCriteria
                .Where(criterion => IsKnown(criterion, sample))
                .ToDictionary(criterion => criterion.Id, criterion => Earned(sample, criterion), StringComparer.Ordinal)));

    /// <summary>Texts that are made to earn points without knowledge, from the first good sample: of concepts they must not.</summary>
    public static IEnumerable<KnownCase> OfAttacks(Question question, IReadOnlyList<Sample> samples, IPassageEncoder? encoder)
    {
        var concepts = question.Criteria.OfType<ConceptCriterion>().ToDictionary(criterion => criterion.Id, _ => false, StringComparer.Ordinal);
        return samples.FirstOrDefault(sample => sample is { Kind: "good", IsHeldOut: false }) is { } good && concepts.Count > 0
            ? Attack.On(question, good.Answer, []).Where(attack => attack.IsBounded)
                .Select(attack => CaseOf(question, $"attack \"{attack.Name}\"", attack.Text, encoder, concepts))
            : [];
    }

    // Only who says something right has the points for no mistake: elsewhere their lack is no mistake.
    private static bool IsKnown(Criterion criterion, Sample sample) =>
        criterion.Kind != Misconception || Earned(sample, criterion) || sample.Kind.StartsWith(Misconception, StringComparison.Ordinal);

    private static bool Earned(Sample sample, Criterion criterion) => sample.Marks.GetValueOrDefault(criterion.Id) >= criterion.Points / 2;

    private static KnownCase CaseOf(Question question, string name, string text, IPassageEncoder? encoder, IReadOnlyDictionary<string, bool> earns)
    {
        var answer = new AnswerText("answer.md", text);
        var vectors = encoder is null || question.Weights is null ? null : question.Encode(answer, encoder);

        // Whether a mistake is looked for depends on what else is said: it needs the concepts beside it, of which something else may be known.
        return new KnownCase(name, new QuestionEvidence(question.Id, answer, null, null) { Vectors = vectors }, earns, IsProse: true);
    }
}
