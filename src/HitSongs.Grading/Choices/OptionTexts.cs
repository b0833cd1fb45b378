using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Choices;

/// <summary>The texts of a question's options, in the order of the form; none where the rubric does not tell them.</summary>
internal sealed class OptionTexts(IEnumerable<string> options)
{
    private const int LettersOfUnknown = 8;

    private readonly List<string> texts = [.. options.Select(option => Plain(InlineMarks.Without(option)))];

    public bool AreKnown => texts.Count > 0;

    /// <summary>The option with a text that has no marks, whatever its punctuation.</summary>
    /// <returns>−1 where it is none of them.</returns>
    public int IndexOf(string text) => AreKnown && text.Length > 0 ? texts.IndexOf(Plain(text)) : -1;

    /// <summary>Whether a letter may name an option.</summary>
    public bool Has(string letter) =>
        letter.Length == 1 && MultipleChoice.Letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase) is >= 0 and var index
            && index < (AreKnown ? texts.Count : LettersOfUnknown);

    private static string Plain(string text) => string.Join(' ', Word.AllOf(text).Select(word => word.Text));
}
