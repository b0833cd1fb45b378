using System.Globalization;
using System.Text.RegularExpressions;

namespace HitSongs.Grading;

/// <summary>A number in the prose equals the number that the harness computed.</summary>
/// <param name="Number">Which of the computed numbers.</param>
/// <param name="Pattern">Has a group `value`.</param>
/// <param name="Tolerance">Largest difference that passes.</param>
internal sealed partial record ClaimCriterion(CriterionHead Head, ClaimedNumber Number, Regex Pattern, double Tolerance) : AnswerCriterion(Head)
{
    // Both numbers are decimals: a difference of exactly the tolerance must not fail by their binary form.
    private const double RoundingSlack = 1e-9;

    public static ClaimCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "metric", "figure", "pattern", "tolerance");
        var pattern = RubricRegex.Read(map, "pattern");
        return pattern.GetGroupNames().Contains("value")
            ? new ClaimCriterion(head, ClaimedNumber.Read(map), pattern, map.Number("tolerance", 0))
            : throw map.Fault("pattern", "`pattern` has no group named value", "Write (?<value>[0-9.]+) where the number stands");
    }

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        var data = context.Submission.Songs?.Card.Name;
        if (data is not null && answer.FrontMatter.TryGetValue("data", out var named) && !string.Equals(named, data, StringComparison.OrdinalIgnoreCase))
        {
            return Blocked($"The answer is about the data \"{named}\", graded was \"{data}\": its numbers cannot be compared. Grade it with its own data, or change `data:` and the numbers.");
        }

        var computed = Number.Find(context);
        if (computed.Value is not { } value)
        {
            return computed.IsOwnFault ? Error(computed.Text) : Blocked(computed.Text);
        }

        var claims = ClaimsOf(answer).ToList();
        if (claims.Count == 0)
        {
            return Failed($"No sentence of {answer.File} states {Number.Name} as a number: write your value down.");
        }

        var wrong = claims.FindIndex(claim => !(Math.Abs(claim.Value - value) <= Tolerance + RoundingSlack));
        var (claimed, quote) = claims[Math.Max(0, wrong)];
        var numbers = $"Line {quote.Line} says {Number.Name} is {claimed:0.######}, computed was {computed.Text}";
        return wrong < 0 ? Passed($"{numbers}.", quote) : Failed($"{numbers}: correct {Number.Remedy}.", quote);
    }

    // Every number that is stated must be right: stating several is no way to hit one.
    private IEnumerable<(double Value, EvidenceQuote Quote)> ClaimsOf(AnswerReading answer)
    {
        foreach (var block in answer.Blocks)
        {
            foreach (Match match in Pattern.Matches(block.Text))
            {
                var group = match.Groups["value"];
                if (double.TryParse(Plain(group.Value), NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                {
                    var isPercent = block.Text.AsSpan(group.Index + group.Length).TrimStart().StartsWith("%");
                    yield return (isPercent ? value / 100 : value, new EvidenceQuote(answer.File, block.LineAt(group.Index), Shortened(match.Value)));
                }
            }
        }
    }

    /// <summary>As people write numbers: "4,494", "\u22126.0", a full stop behind.</summary>
    private static string Plain(string number)
    {
        var plain = number.TrimEnd('.', ',').Replace('\u2212', '-');
        return Thousands().IsMatch(plain) ? plain.Replace(",", "", StringComparison.Ordinal) : plain;
    }

    [GeneratedRegex(@"^-?\d{1,3}(,\d{3})+(\.\d+)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Thousands();
}
