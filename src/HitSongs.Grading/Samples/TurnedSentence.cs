using HitSongs.Grading.Learning;

namespace HitSongs.Grading.Samples;

/// <summary>Right sentences turned wrong by rule, to be learnt from as what says something else with a criterion's words.</summary>
public static class TurnedSentence
{
    // As many as are learnt from beside those that people wrote.
    private const int OneOf = 2;
    private const int Rules = 4;
    private const int OftenEnough = 5;

    /// <summary>One for every second right sentence, by one of the rules in turn.</summary>
    /// <param name="sentences">Of concepts: what turns a falsehood round need not be true or false.</param>
    public static IEnumerable<LearningSentence> All(IEnumerable<LearningSentence> sentences)
    {
        foreach (var question in sentences.Where(sentence => sentence.IsRight).GroupBy(sentence => sentence.Question, StringComparer.Ordinal))
        {
            var right = question.ToList();
            var counts = right
                .SelectMany(sentence => Turning.WordsOf(sentence.Text).Select(Turning.Bare).Distinct(StringComparer.Ordinal))
                .CountBy(word => word)
                .ToDictionary();
            for (var i = 0; i < right.Count; i += OneOf)
            {
                var other = right[(i + (right.Count / 2) + 1) % right.Count];
                if (
                    Turned(right[i].Text, other.Text, i / OneOf % Rules, word => counts.GetValueOrDefault(word) >= OftenEnough) is { } turned
                    && turned != right[i].Text
                )
                {
                    yield return right[i] with { Text = turned, IsRight = false, Pair = null };
                }
            }
        }
    }

    private static string? Turned(string text, string other, int rule, Func<string, bool> isThing) => rule switch
    {
        1 => Turning.WithAntonyms(text),
        2 => Turning.WithPredicateOf(text, other),
        3 => Turning.TermsOf(text, other),
        _ => null,
    } ?? Turning.Swapped(text, isThing);
}
