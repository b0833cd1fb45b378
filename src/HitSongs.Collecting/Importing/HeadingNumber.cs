using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Importing;

/// <summary>The number that a heading starts with: "3.", "Q3)", "Question No. 3 of 20", "Answer 3", "Question three", "Question III:".</summary>
/// <param name="Total">Of how many, where it says so.</param>
/// <param name="Length">How much of the heading it takes.</param>
/// <param name="SaysQuestion">Whether a word for it stands before it.</param>
/// <param name="SaysAnswer">Whether it numbers an answer.</param>
internal sealed partial record HeadingNumber(int Value, int? Total, int Length, bool SaysQuestion, bool SaysAnswer)
{
    private static readonly string[] Spelt =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".Split(' ');

    private static readonly string[] Roman = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".Split(' ');

    /// <summary>Null where it starts with none.</summary>
    public static HeadingNumber? In(string heading)
    {
        if (InDigits().Match(heading) is { Success: true } digits)
        {
            var total = digits.Groups["total"];
            return new HeadingNumber(
                int.Parse(digits.Groups["number"].ValueSpan),
                total.Success ? int.Parse(total.ValueSpan) : null,
                digits.Length,
                digits.Groups["word"].Success || digits.Groups["answer"].Success,
                digits.Groups["answer"].Success
            );
        }

        if (InLetters().Match(heading) is not { Success: true } letters)
        {
            return null;
        }

        var word = letters.Groups["number"].Value.ToLowerInvariant();
        var value = Math.Max(Array.IndexOf(Spelt, word), Array.IndexOf(Roman, word)) + 1;
        return value == 0 ? null : new HeadingNumber(value, null, letters.Length, true, letters.Groups["answer"].Success);
    }

    [GeneratedRegex(
        @"^[(\[]?((my\s+)?(?<answer>answers?|ans|solution|response)\b\s*[.#]?\s*((to|for|of)\s+)?(the\s+)?)?"
            + @"((?<word>question|ques|q|task|exercise|problem|item|number|no|nr|a(?=[0-9]{1,2}\s*([.:)]|$)))\b?\s*[.:#-]?\s*){0,2}"
            + @"#?([0-9]{1,2}\.)?(?<number>[0-9]{1,2})(\s*/\s*(?<total>[0-9]{1,3})|\s+(out\s+)?of\s+(?<total>[0-9]{1,3}))?\s*[.):\]\u2013\u2014-]*(\s+|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex InDigits();

    // Letters are a number only where a heading ends with them or something parts them from the rest: "Question I could not answer" has none.
    [GeneratedRegex(
        @"^(my\s+)?((?<answer>answer|solution)|question|ques|q|task|exercise|problem)\s+(?<number>\p{L}+)\s*([.):\]|\u2013\u2014-]+(\s+|$)|$)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex InLetters();
}
