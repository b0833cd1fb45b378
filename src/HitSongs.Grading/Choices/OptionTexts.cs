using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Choices;

/// <summary>What the options of a question say, in the order of the form; none where the rubric does not tell them.</summary>
internal sealed class OptionTexts(IEnumerable<string> options)
{
    private const int LettersOfUnknown = 8;

    private readonly List<string> texts = [.. options.Select(Plain)];

    public bool AreKnown => texts.Count > 0;

    /// <summary>The option with a text, whatever marks and punctuation it has.</summary>
    /// <returns>−1 where it is none of them.</returns>
    public int IndexOf(string text) => texts.IndexOf(Plain(text));

    /// <summary>Whether a letter may name an option.</summary>
    public bool Has(string letter) =>
        letter.Length == 1 && MultipleChoice.Letters.IndexOf(letter, StringComparison.OrdinalIgnoreCase) is >= 0 and var index
            && index < (AreKnown ? texts.Count : LettersOfUnknown);

    private static string Plain(string text) => string.Join(' ', Word.AllOf(InlineMarks.Without(text)).Select(word => word.Text));
}
