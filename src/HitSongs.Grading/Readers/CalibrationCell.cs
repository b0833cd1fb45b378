using HitSongs.Grading.Criteria;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;

namespace HitSongs.Grading.Readers;

/// <summary>What is read of a criterion in a marked answer, and the mark.</summary>
/// <param name="States">Log-odds of the passage that states it best.</param>
/// <param name="Opposes">Log-odds of the passage that states its opposite best.</param>
/// <param name="Rest">How much of the question's other concepts the answer states, 0 to 1.</param>
/// <param name="Mark">Of a concept the share of its points that a person gave; of a misconception 1 where it is stated.</param>
public sealed record CalibrationCell(bool IsConcept, double States, double Opposes, double Rest, double Mark)
{
    /// <summary>The cells of the marked answers beside a question, held-out ones left out, and those that say nothing.</summary>
    /// <param name="question">With weights, and with any settings.</param>
    /// <param name="path">The question's file.</param>
    public static IEnumerable<CalibrationCell> Of(Question question, string path, IPassageEncoder encoder)
    {
        var file = Path.ChangeExtension(path, SampleFile.Extension);
        foreach (var sample in File.Exists(file) ? SampleFile.Read(file, question, file).Where(sample => !sample.IsHeldOut && !string.IsNullOrWhiteSpace(sample.Answer)) : [])
        {
            var text = new AnswerText("answer.md", sample.Answer);
            var reader = AnswerReader.Of(question, question.Read(text), AnswerVectors.Of(question, text, encoder))!;
            foreach (var criterion in question.Criteria.Where(criterion => question.Weights!.Heads.ContainsKey(criterion.Id)))
            {
                var (reading, isConcept) = (reader[criterion.Id], criterion is ConceptCriterion);
                var share = sample.Marks.GetValueOrDefault(criterion.Id) / criterion.Points;

                // Only who says something right has the points for no mistake: elsewhere their lack is no mistake.
                if (isConcept || share > 0 || sample.Kind.StartsWith("misconception", StringComparison.Ordinal))
                {
                    yield return new CalibrationCell(isConcept, reading.States, reading.Opposes, reader.Rest(criterion.Id), isConcept ? share : 1 - share);
                }
            }
        }
    }
}
