using HitSongs.Grading.Criteria;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Readers;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Learning;

/// <summary>Reading of a criterion in a marked answer, and the mark.</summary>
/// <param name="States">Log-odds of the passage that states it best.</param>
/// <param name="Opposes">Log-odds of the passage that states its opposite best.</param>
/// <param name="Rest">What it says of the question's other concepts.</param>
/// <param name="Mark">Of a concept the share of its points that a person gave; of a misconception 1 where it is stated.</param>
public sealed record CalibrationCell(bool IsConcept, double States, double Opposes, RestOfAnswer Rest, double Mark)
{
    /// <summary>The cells of the marked answers beside a question, held-out ones left out, and those that say nothing.</summary>
    /// <param name="question">With weights, and with any settings.</param>
    /// <param name="path">The question's file.</param>
    public static IEnumerable<CalibrationCell> Of(Question question, string path, IPassageEncoder encoder)
    {
        var file = Path.ChangeExtension(path, SampleFile.Extension);
        foreach (
            var sample in File.Exists(file)
                ? SampleFile.Read(file, question, file).Where(sample => !sample.IsHeldOut && !string.IsNullOrWhiteSpace(sample.Answer))
                : []
        )
        {
            // Only who says something right has the points for no mistake: elsewhere their lack is no mistake.
            foreach (
                var (criterion, cell) in CellsOf(question, sample.Answer, criterion => sample.Marks.GetValueOrDefault(criterion.Id) / criterion.Points, encoder)
            )
            {
                if (cell.IsConcept || cell.Mark < 1 || sample.Kind.StartsWith("misconception", StringComparison.Ordinal))
                {
                    yield return cell;
                }
            }
        }
    }

    /// <summary>The cells of an answer of which it is known what it states.</summary>
    /// <param name="stated">For each criterion that something is known of, whether the answer states it.</param>
    public static IEnumerable<CalibrationCell> Of(Question question, string answer, IReadOnlyDictionary<string, bool> stated, IPassageEncoder encoder) =>
        CellsOf(question, answer, criterion => stated.GetValueOrDefault(criterion.Id) == criterion is ConceptCriterion ? 1 : 0, encoder)
            .Where(pair => stated.ContainsKey(pair.Criterion.Id))
            .Select(pair => pair.Cell);

    // Points are given for what is stated of concepts, and for what is not stated of misconceptions.
    private static IEnumerable<(Criterion Criterion, CalibrationCell Cell)> CellsOf(
        Question question,
        string answer,
        Func<Criterion, double> share,
        IPassageEncoder encoder
    )
    {
        var text = new AnswerText("answer.md", answer);
        var reader = question.ReadVectors(question.Read(text), question.Encode(text, encoder))!;
        foreach (var criterion in question.Criteria.Where(criterion => question.Weights!.Heads.ContainsKey(criterion.Id)))
        {
            var (reading, isConcept, mark) = (reader[criterion.Id], criterion is ConceptCriterion, share(criterion));
            yield return (criterion, new CalibrationCell(isConcept, reading.States, reading.Opposes, reader.Rest(criterion.Id), isConcept ? mark : 1 - mark));
        }
    }
}
