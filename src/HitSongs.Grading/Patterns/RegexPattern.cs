using System.Text.RegularExpressions;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Patterns;

/// <summary>A regular expression over each paragraph, in any case.</summary>
internal sealed record RegexPattern(RubricRegex Regex) : TextPattern
{
    private bool NegatesItself { get; } = Word.AllOf(Regex.ToString()).Exists(word => FunctionWords.IsNegator(word.Text));

    public override IReadOnlyList<TextSpan> Find(AnswerReading reading, bool skipDenied)
    {
        var spans = new List<TextSpan>();
        for (var block = 0; block < reading.Blocks.Count; block++)
        {
            foreach (Match match in Regex.Matches(reading.ReadTexts[block]))
            {
                var first = reading.TokenAt(block, match.Index);
                var last = Math.Max(first, reading.TokenAt(block, match.Index + Math.Max(0, match.Length - 1)));
                if (match.Length > 0 && first >= 0 && !(skipDenied && IsDenied(reading, first, last)))
                {
                    spans.Add(new TextSpan(first, last));
                }
            }
        }

        return spans;
    }

    private bool IsDenied(AnswerReading reading, int first, int last) =>
        Negation.Denies(reading, first) || (!NegatesItself && Negation.Denies(reading, last));
}
