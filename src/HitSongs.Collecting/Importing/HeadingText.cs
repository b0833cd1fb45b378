using System.Text.RegularExpressions;
using HitSongs.Grading.Prose;

namespace HitSongs.Collecting.Importing;

/// <summary>A heading's text, taken apart: "Question 3: The backward pass (10 points)".</summary>
/// <param name="Text">One line, without marks.</param>
/// <param name="Numbered">3; null where it starts with none.</param>
/// <param name="Words">Of what is neither number nor points.</param>
internal sealed partial record HeadingText(string Text, HeadingNumber? Numbered, WordSet Words)
{
    public int? Number => Numbered?.Value;

    /// <summary>Whether it calls itself a question.</summary>
    public bool SaysQuestion => Numbered?.SaysQuestion == true;

    // What people write around the name of a section.
    private static readonly HashSet<string> OfSections =
    [
        .. Word.AllOf(
                "part section chapter questions question library libraries hugging face coding exercise task project challenge predict predicting prediction "
                    + "technical evaluation assessment the a b c d i ii iii iv of and about on with in"
            )
            .Select(word => word.Stem),
    ];

    private static readonly string[] Continuations =
    [
        "answer",
        "my answer",
        "answers",
        "solution",
        "my solution",
        "response",
        "code",
        "the code",
        "implementation",
        "demonstration",
        "demo",
        "example",
    ];

    public static HeadingText Of(string markdown)
    {
        var text = string.Join(' ', Link().Replace(Tag().Replace(markdown, " "), "${text}").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Trim('#', '*', '_', '`', ' ', ':');
        var plain = WithoutSymbols(Marks().Replace(Points().Replace(text, ""), ""));
        var number = HeadingNumber.In(plain);
        return new HeadingText(text, number, WordSet.Of(plain[(number?.Length ?? 0)..]));
    }

    /// <summary>Whether it is a question's id, or the last part of it.</summary>
    public bool Names(string id) => Plain(Text) is var text && (text == Plain(id) || text == Plain(id[(id.LastIndexOf('/') + 1)..]));

    /// <summary>Whether it is a section's title, with no more around it than people write there.</summary>
    public bool NamesSection(string title) =>
        WordSet.Of(title).Stems is { Count: > 0 } stems
        && stems.All(Words.Stems.Contains)
        && Words.Stems.All(stem => stems.Contains(stem) || OfSections.Contains(stem));

    /// <summary>Whether the answer of the question above goes on below it.</summary>
    public bool IsContinuation => Continuations.Contains(string.Join(' ', Word.AllOf(Text).Where(word => !word.IsNumber).Select(word => word.Text)));

    // Pictures and arrows in front of a heading.
    private static string WithoutSymbols(string text)
    {
        var start = text.TakeWhile(character => !char.IsLetterOrDigit(character) && character is not ('(' or '[' or '#')).Count();
        return text[start..];
    }

    private static string Plain(string text) =>
        string.Concat(text.ToLowerInvariant().Where(character => char.IsLetterOrDigit(character) || character is '/' or '-'));

    [GeneratedRegex(
        @"[(\[]\s*\d+(\.\d+)?\s*(points?|pts?|marks?|%)\s*[)\]]|\b\d+\s*(points?|pts)\b",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000
    )]
    private static partial Regex Points();

    [GeneratedRegex(@"\[(?<text>[^\[\]]*)\]\([^()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"<[^<>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"[*`]+|(?<!\w)_+|_+(?!\w)", RegexOptions.None, 1000)]
    private static partial Regex Marks();
}
