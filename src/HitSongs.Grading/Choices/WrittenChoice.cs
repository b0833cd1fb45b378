using System.Text.RegularExpressions;

namespace HitSongs.Grading.Choices;

/// <summary>Options that a line without a box chooses, by a letter or by the text of an option.</summary>
/// <param name="Labels">Their letters in lower case, each once; empty where it chooses none.</param>
/// <param name="IsDescription">Whether it tells about an option: where another line chooses, it is an explanation.</param>
internal readonly partial record struct WrittenChoice(IReadOnlyList<string> Labels, bool IsDescription)
{
    private static readonly WrittenChoice None = new([], false);

    public static WrittenChoice Read(string line, OptionTexts options)
    {
        if (options.IndexOf(line) is >= 0 and var whole)
        {
            return Of(whole);
        }

        var introduction = Introduction().Match(line);
        var text = line[introduction.Length..].Trim();
        if (options.IndexOf(text) is >= 0 and var introduced)
        {
            return Of(introduced);
        }

        if (text.Length > 2 && text[1] == ' ' && options.IndexOf(text[2..]) is >= 0 and var unmarked)
        {
            return Of(unmarked);
        }

        var match = (options.AreKnown ? Letter() : Label()).Match(text);
        if (!match.Success)
        {
            return None;
        }

        var (label, rest) = (match.Groups["label"].Value.ToLowerInvariant(), match.Groups["rest"].Value);
        if (options.IndexOf(rest) is >= 0 and var named)
        {
            return Of(named);
        }

        var isMarked = rest.Length > 0 && !char.IsWhiteSpace(rest[0]);
        var hasWords = rest.Any(char.IsLetter);
        if (Verdict.IsDenial(rest) || (hasWords && !char.IsDigit(label[0]) && label.Length == 1 && !options.Has(label)))
        {
            return None;
        }

        var isDescription = Verdict.IsDescription(rest) && !Verdict.IsConsent(rest);
        return isDescription && !isMarked
            ? None
            : new WrittenChoice([.. FurtherLetters.In(rest, options).Prepend(label).Distinct()], isDescription);
    }

    private static WrittenChoice Of(int option) => new([MultipleChoice.Letters[option].ToString()], false);

    // "c)", "(c) Both", "c", "c, because", "c / d"; but not the article of "A table": behind a letter without a mark stands no other word than these.
    [GeneratedRegex("^" + "[\"'(\\[]{0,2}(?<label>[A-Za-z])[\"'\\]]?" + Rest, RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Letter();

    [GeneratedRegex(
        "^" + "[\"'(\\[]{0,2}(?<label>[A-Za-z]|[0-9]{1,3}|[ivx]{2,3})[\"'\\]]?" + Rest,
        RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking
    )]
    private static partial Regex Label();

    private const string Rest =
        @"(?<rest>\s*|\s*[).:,;!?&+|/\u2013\u2014-]+(\s*|\s+\S.*|\(?[A-Za-z]([^A-Za-z].*)?)"
        + @"|\s+(because|since|and|or|is|isn['\u2019]t|are|seems|must|cannot|can|but|also"
        + @"|[iI]\s+(think|guess|believe)|obviously|clearly|[A-Za-z]([).,/]|\s*$)).*|\s+[^\sA-Za-z0-9].*)$";

    // "- ", "### ", "Answer: ", "My answer is ", "So I think it is option "
    [GeneratedRegex(
        @"^[#\s]*(-\s+){0,3}((so|thus|hence|therefore|ok|well|probably|clearly|definitely"
            + @"|obviously|certainly|maybe|perhaps|either|both)\b[,:]?\s+)?"
            + @"(i\s+((would|will)\s+)?(choose|chose|pick|picked|tick|select|think|am\s+sure"
            + @"|believe|say|guess|go\s+for|go\s+with)\b\s*(that\s+)?:?\s*)?"
            + @"((it|this|that)(['\u2019]s|\s+(is|(must|should|would|has\s+to|can\s+only)\s+be))\s+)?"
            + @"(((my|the|your)\s+)?((correct|right|best|final|chosen|true)\s+)?(answer|choice|option|solution|letter|pick)s?\b"
            + @"(\s+(to|for|of)\b(\s+(question|item|this|the|number))*(\s+[0-9]{1,4})?)?\s*((is|was|would\s+be|must\s+be|should\s+be)\b)?\s*"
            + @"[:=\u2192-]?>?\s*){0,2}",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking
    )]
    private static partial Regex Introduction();
}
