using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Readers;

/// <summary>Reads what an answer says of each criterion of its question, from the vectors that were collected: a product for each passage and
/// criterion.</summary>
internal sealed class AnswerReader
{
    private readonly Dictionary<string, CriterionReading> readings;
    private readonly IReadOnlyList<string> concepts;

    private AnswerReader(Dictionary<string, CriterionReading> readings, IReadOnlyList<string> concepts) =>
        (this.readings, this.concepts) = (readings, concepts);

    /// <param name="weights">Of the question.</param>
    /// <param name="concepts">Ids of the criteria that an answer should state.</param>
    /// <param name="scope">What tells what an author does with a passage; null where turns of phrase decide alone.</param>
    /// <returns>Null where the vectors are not those of the answer's passages, or of another encoder.</returns>
    public static AnswerReader? Of(
        QuestionWeights weights,
        IReadOnlyList<string> concepts,
        ScopeHeads? scope,
        AnswerReading answer,
        AnswerVectors? vectors
    )
    {
        if (vectors is null || vectors.Encoder != weights.Encoder)
        {
            return null;
        }

        var byText = vectors.Passages.ToDictionary(passage => passage.Text, passage => passage.Vector, StringComparer.Ordinal);
        var passages = new List<(Excerpt, PassageVector)>();
        foreach (var excerpt in ExcerptReader.Read(answer, scope is null ? null : text => byText.TryGetValue(text, out var vector) ? scope.Read(vector) : null))
        {
            if (!byText.TryGetValue(excerpt.Text, out var vector))
            {
                return null;
            }

            passages.Add((excerpt, vector));
        }

        return new AnswerReader(
            weights.Heads.ToDictionary(pair => pair.Key, pair => CriterionReading.Of(pair.Value, passages), StringComparer.Ordinal),
            concepts);
    }

    public CriterionReading this[string criterion] => readings[criterion];

    /// <summary>Readings of the question's other concepts.</summary>
    public RestOfAnswer Rest(string criterion)
    {
        var others = concepts.Where(id => id != criterion).Select(id => readings[id]).ToList();
        return others.Count == 0 ? RestOfAnswer.Unknown : new RestOfAnswer(others.Average(other => Share(other.States)), others.Average(TurnedRound));
    }

    // Who denies the opposite in order to state something is near to both.
    private static double TurnedRound(CriterionReading reading) => Share(Math.Min(reading.Opposes, reading.Opposes - reading.States));

    private static double Share(double odds) => 1 / (1 + Math.Exp(-odds));
}

/// <summary>Readings of a question's concepts but one in an answer: who knows them knows that one too, and who turns them round does so everywhere.</summary>
/// <param name="Stated">The share that is stated, 0 to 1.</param>
/// <param name="Opposed">The share of which the opposite is stated, and it is not, 0 to 1.</param>
public readonly record struct RestOfAnswer(double Stated, double Opposed)
{
    /// <summary>Where a question has no other concept.</summary>
    internal static RestOfAnswer Unknown => new(0.5, 0);
}
