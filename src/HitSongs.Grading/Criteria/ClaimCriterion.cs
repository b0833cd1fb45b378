using HitSongs.Grading.Claims;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Criteria;

/// <summary>A number in the prose equals the number that the harness computed.</summary>
/// <param name="Number">Which of the computed numbers.</param>
/// <param name="Pattern">Has a group `value`.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
/// <param name="Unit">What the number is counted in; null where units do not matter.</param>
/// <param name="Phrase">How an answer may say it, with an ellipsis for the number; null where the rubric gives no example.</param>
internal sealed record ClaimCriterion(CriterionHead Head, ClaimedNumber Number, RubricRegex Pattern, double Tolerance, ClaimUnit? Unit, string? Phrase)
    : AnswerCriterion(Head)
{
    public static ClaimCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "metric", "figure", "pattern", "tolerance", "unit", "phrase");
        var pattern = RubricRegex.Read(map, "pattern");
        return pattern.HasGroup("value")
            ? new ClaimCriterion(Named(head, map), ClaimedNumber.Read(map), pattern, map.Number("tolerance", 0), ReadUnit(map), ReadPhrase(map, pattern))
            : throw map.Fault("pattern", "`pattern` has no group named value", "Write {number} where the number stands");
    }

    public override CriterionNeeds Needs { get; } = new() { Model = Number is ClaimedMetric, SongStudy = Number is ClaimedFigure };

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        if (OtherData(context, answer) is { } other)
        {
            return Blocked(other);
        }

        var computed = Number.Find(context);
        if (computed.Value is not { } value)
        {
            return computed.IsOwnFault ? Error(computed.Text) : Blocked(computed.Text);
        }

        var claims = Claim.AllOf(answer, Pattern, Unit);
        if (claims.Find(claim => claim.Values is null) is { } unread)
        {
            return Failed(
                $"Line {unread.Quote.Line}: \"{unread.Text}\" is not read as a number, so {Number.Name} is not stated: write it such as 0.75, 75 % or 4,494.",
                unread.Quote
            );
        }

        if (Unit is { } asked && claims.Find(claim => claim.OtherUnit is not null) is { OtherUnit: { } given } mistaken)
        {
            return Failed(
                $"Line {mistaken.Quote.Line} says {Number.Name} is {mistaken.Text}, but it is counted in {asked.Plural}, not in {given.Plural}: correct the "
                    + "sentence.",
                mistaken.Quote
            );
        }

        if (claims.Count == 0)
        {
            return Failed(Phrase is null
                ? $"No sentence of the answer states {Number.Name} as a number: write your value down, in the words that the question gives."
                : $"No sentence of the answer states {Number.Name} as a number: write such as \"{Phrase}\", with your value.");
        }

        // Every number that is stated must be right: stating several is no way to hit one.
        var wrong = claims.Find(claim => !claim.Values!.All(claimed => Claims.Tolerance.Agree(claimed, value, Tolerance)));
        var told = wrong ?? claims[0];
        var numbers = $"Line {told.Quote.Line} says {Number.Name} is {told.Text}, computed was {computed.Text}{(Unit is null ? "" : $", in {Unit.Plural}")}";
        return wrong is null ? Passed($"{numbers}.", told.Quote) : Failed($"{numbers}: correct {Number.Remedy}.", told.Quote);
    }

    // How an answer says it tells what it is better than an id does.
    private static CriterionHead Named(CriterionHead head, YamlMap map) =>
        !map.Has("name") && map.OptionalText("phrase") is { } phrase ? head with { Name = $"the number in \u201c{phrase}\u201d" } : head;

    private static ClaimUnit? ReadUnit(YamlMap map) => map.Has("unit") ? ClaimUnit.Named(map.OneOf("unit", ClaimUnit.Names)) : null;

    // The example is for authors: it must be one that the pattern finds.
    private static string? ReadPhrase(YamlMap map, RubricRegex pattern)
    {
        const string ellipsis = "\u2026";
        const string number = "1";
        return
            map.OptionalText("phrase") is not { } phrase
            || pattern.FirstIn(phrase.Replace(ellipsis, number, StringComparison.Ordinal)).Groups["value"].Value == number
            ? map.OptionalText("phrase")
            : throw map.Fault(
                "phrase",
                "`pattern` does not find its number in `phrase`",
                "Write a sentence that it finds, with \u2026 where the number stands"
            );
    }

    /// <summary>For an author whose numbers are about other songs than those graded with; null where they are about these.</summary>
    internal static string? OtherData(GradingContext context, AnswerReading answer)
    {
        if (answer.FrontMatterFault is { } fault)
        {
            return $"{fault} Until then nobody knows which songs its numbers are about.";
        }

        var data = context.Submission.Songs?.Card.Name;
        return data is not null && answer.FrontMatter.TryGetValue("data", out var named) && !string.Equals(named, data, StringComparison.OrdinalIgnoreCase)
            ? $"The answer is about the data \"{named}\", graded was \"{data}\": its numbers cannot be compared. Grade it with its own data, or change "
                + "`data:` and the numbers."
            : null;
    }
}
