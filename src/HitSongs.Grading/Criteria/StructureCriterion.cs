using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Criteria;

/// <summary>The answer has the length, the headings and the parts that were asked for.</summary>
/// <param name="Words">Of words that are read: neither code nor what is copied from the question counts.</param>
/// <param name="Parts">Each earns its share of the points; null where none are asked for.</param>
internal sealed record StructureCriterion(CriterionHead Head, WordLimit Words, IReadOnlyList<string> Headings, AnswerParts? Parts) : AnswerCriterion(Head)
{
    public static StructureCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "minWords", "maxWords", "headings", "parts", "partWords");
        var (low, high) = (map.OptionalWhole("minWords", 1), map.OptionalWhole("maxWords", 1));
        var headings = map.Has("headings") ? map.Texts("headings") : [];
        var parts = map.Has("parts") ? new AnswerParts(map.Texts("parts"), map.OptionalWhole("partWords", 1) ?? 1) : null;
        if (low is null && high is null && headings.Count == 0 && parts is null)
        {
            throw map.Fault("kind", "the structure criterion asks for nothing", "Add minWords, maxWords, headings or parts");
        }

        if (parts is null && map.Has("partWords"))
        {
            throw map.Fault("partWords", "it stands without `parts`", "Add `parts:`, or remove it");
        }

        return parts?.Names.FirstOrDefault(name => Word.AllOf(name).Count == 0) is { } wordless
            ? throw map.Fault("parts", $"the part `{wordless}` has no words", "Name it")
            : low > high
            ? throw map.Fault("minWords", $"`minWords` {low} is above `maxWords` {high}", "Swap them")
            : new StructureCriterion(head, new WordLimit(low, high), headings, parts);
    }

    internal override WordLimit? Limit => Words;

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (context.Request is { } request)
        {
            return Failed(request);
        }

        var missing = Headings.Where(heading => !HasHeading(answer, heading)).Select(heading => $"\"{heading}\"").ToList();
        var faults =
            missing.Count == 0 ? [] : new List<string> { $"it has no heading {string.Join(", ", missing)}: add {(missing.Count == 1 ? "it" : "them")}" };
        if (Words.Fault(answer.WordCount) is { } fault)
        {
            faults.Add($"{fault} (code and formulas are not counted)");
        }

        var isWhole = faults.Count == 0;
        var inParts = Parts?.WordsOf(answer) ?? [];
        faults.AddRange(inParts.Zip(Parts?.Names ?? [], (words, name) => PartFault(name, words)).OfType<string>());
        if (faults.Count == 0)
        {
            return Passed(
                $"The answer has {answer.WordCount} "
                    + $"words{(Headings.Count == 0 ? "" : " and every heading asked for")}{(Parts is null ? "" : " and every part asked for")}."
            );
        }

        var feedback = $"The answer is not in the form asked for: {string.Join("; ", faults)}.{answer.NotRead}";
        return isWhole ? Partial(inParts.Count(words => words >= Parts!.FewestWords) / (double)inParts.Count, feedback) : Failed(feedback);
    }

    private string? PartFault(string name, int? words) =>
        words is null ? $"no part begins with \"{name}\": add a heading, or begin a paragraph so"
        : words < Parts!.FewestWords ? $"its part \"{name}\" has {words} words and needs {Parts.FewestWords}"
        : null;

    private static bool HasHeading(AnswerReading answer, string heading)
    {
        var wanted = Word.AllOf(heading).ConvertAll(word => word.Stem);
        return answer.MarkdownLines
            .Where(line => line.Text.StartsWith('#'))
            .Any(line => wanted.TrueForAll(Word.AllOf(line.Text).ConvertAll(word => word.Stem).Contains));
    }
}
