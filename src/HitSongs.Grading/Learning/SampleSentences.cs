using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Learning;

/// <summary>Sentences that the authors of marked answers state, rightly or wrongly.</summary>
public static class SampleSentences
{
    // Their sentences are turned round or joined by rule.
    private static readonly string[] Constructed = ["negated", "keywords", "empty"];

    /// <summary>Those of the answers beside a question, held-out ones left out.</summary>
    /// <param name="path">The question's file.</param>
    public static IEnumerable<string> StatedBeside(Question question, string path)
    {
        var file = Path.ChangeExtension(path, SampleFile.Extension);
        return (File.Exists(file) ? SampleFile.Read(file, question, file) : [])
            .Where(sample => !sample.IsHeldOut && !Constructed.Contains(sample.Kind))
            .SelectMany(sample => StatedIn(question.Read(new AnswerText("answer.md", sample.Answer))))
            .Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> StatedIn(AnswerReading answer)
    {
        var units = UnitReader.Read(answer);
        var scopes = ScopeReader.Read(units, _ => null);
        return units.Where((_, i) => scopes[i] == UnitScope.Stated).Select(unit => ExcerptReader.Fitted(unit.Text));
    }
}
