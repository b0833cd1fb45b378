using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Criteria;

/// <summary>The answer has the length and the headings that were asked for.</summary>
/// <param name="Words">Of words that are read: neither code nor what is copied from the question counts.</param>
internal sealed record StructureCriterion(CriterionHead Head, WordLimit Words, IReadOnlyList<string> Headings) : AnswerCriterion(Head)
{
    public static StructureCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "minWords", "maxWords", "headings");
        var (low, high) = (map.OptionalWhole("minWords", 1), map.OptionalWhole("maxWords", 1));
        var headings = map.Has("headings") ? map.Texts("headings") : [];
        if (low is null && high is null && headings.Count == 0)
        {
            throw map.Fault("kind", "the structure criterion asks for nothing", "Add minWords, maxWords or headings");
        }

        return low > high
            ? throw map.Fault("minWords", $"`minWords` {low} is above `maxWords` {high}", "Swap them")
            : new StructureCriterion(head, new WordLimit(low, high), headings);
    }

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (context.Request is { } request)
        {
            return Failed(request);
        }

        var missing = Headings.Where(heading => !HasHeading(answer, heading)).Select(heading => $"\"{heading}\"").ToList();
        var faults = missing.Count == 0 ? [] : new List<string> { $"it has no heading {string.Join(", ", missing)}: add {(missing.Count == 1 ? "it" : "them")}" };
        if (Words.Fault(answer.WordCount) is { } fault)
        {
            faults.Add($"{fault} (code and formulas are not counted)");
        }

        return faults.Count == 0
            ? Passed($"The answer has {answer.WordCount} words{(Headings.Count == 0 ? "" : " and every heading asked for")}.")
            : Failed($"The answer is not in the form asked for: {string.Join("; ", faults)}.{answer.NotRead}");
    }

    private static bool HasHeading(AnswerReading answer, string heading)
    {
        var wanted = Word.AllOf(heading).ConvertAll(word => word.Stem);
        return answer.MarkdownLines
            .Where(line => line.Text.StartsWith('#'))
            .Any(line => wanted.TrueForAll(Word.AllOf(line.Text).ConvertAll(word => word.Stem).Contains));
    }
}
