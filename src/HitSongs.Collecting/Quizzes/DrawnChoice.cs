using HitSongs.Grading.Choices;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Quizzes;

/// <summary>A question of a quiz with its options in an order that was drawn.</summary>
/// <param name="Options">As they are shown: a, b, c…</param>
/// <param name="Correct">Index of the right one among them.</param>
/// <param name="Explanation">For who has answered.</param>
internal sealed record DrawnChoice(string Question, IReadOnlyList<string> Options, int Correct, string Explanation)
{
    /// <summary>The questions of some quizzes, in an order that is drawn too.</summary>
    public static IReadOnlyList<DrawnChoice> Draw(IEnumerable<Question> quizzes, int seed)
    {
        var random = new Random(seed);
        var drawn = quizzes.SelectMany(quiz => quiz.Choices).ToArray();
        random.Shuffle(drawn);
        return [.. drawn.Select(choice => Of(choice, random))];
    }

    /// <summary>Reads an answer: a letter, with or without a bracket, or the text of an option.</summary>
    /// <returns>The option's index; null where it names none.</returns>
    public int? Read(string answer)
    {
        var plain = answer.Trim().TrimEnd(')', '.').TrimStart('(').Trim();
        var byText = Options
            .Index()
            .Where(option => string.Equals(Plain(option.Item), Plain(answer), StringComparison.OrdinalIgnoreCase))
            .Select(option => (int?)option.Index)
            .FirstOrDefault();
        var byLetter = plain.Length == 1 ? MultipleChoice.Letters.IndexOf(char.ToLowerInvariant(plain[0]), StringComparison.Ordinal) : -1;
        return byText ?? (byLetter >= 0 && byLetter < Options.Count ? byLetter : null);
    }

    private static DrawnChoice Of(MultipleChoice choice, Random random)
    {
        var order = Enumerable.Range(0, choice.Options.Count).ToArray();
        random.Shuffle(order);
        return new DrawnChoice(choice.Question, [.. order.Select(index => choice.Options[index])], Array.IndexOf(order, choice.Correct), choice.Explanation);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
