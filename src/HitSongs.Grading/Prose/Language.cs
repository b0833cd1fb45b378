using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

/// <summary>Tells which language a text is written in, by its small words.</summary>
internal static class Language
{
    private const int FewestWords = 12;
    private const double LeastShare = 0.12;
    private const double MostOtherLetters = 0.5;

    // Words that English does not have, or has seldom: "die", "in", "an", "on" and "no" tell nothing.
    private static readonly FrozenDictionary<string, FrozenSet<string>> SmallWords = new Dictionary<string, FrozenSet<string>>
    {
        ["German"] = Words(
            "der das und ist nicht ein eine einen einem einer wird werden mit den dem des zu auf f\u00fcr von sich auch wenn als bei nach aus oder aber nur "
                + "sie wir ich durch sind kann dann \u00fcber wie im zum zur"
        ),
        ["French"] = Words(
            "le la les des est et une dans pour que qui pas ne sur avec par sont il elle ce cette aux du au ou mais nous vous leur ses son sa plus \u00e0 "
                + "\u00eatre"
        ),
        ["Spanish"] = Words("el la los las es y una un en para que por con del se su al pero como m\u00e1s lo esta este son cada entre sin"),
        ["Italian"] = Words("il lo gli \u00e8 e una un di che per con del della dei nel si non ma come pi\u00f9 sono alla dalla ogni anche questo"),
        ["Portuguese"] = Words("o os as \u00e9 e uma um em para que por com do da dos das n\u00e3o mas como mais se ao s\u00e3o cada pelo pela"),
        ["Dutch"] = Words("de het een en van is niet dat met voor op te zijn worden wordt ook als bij naar uit maar door dan kan deze of er"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="words">In lower case.</param>
    /// <returns>Null for English, and for what is too short to tell.</returns>
    public static string? OtherThanEnglish(IEnumerable<string> words)
    {
        var (all, english, foreignLetters) = (0, 0, 0);
        var counts = SmallWords.Keys.ToDictionary(language => language, _ => 0, StringComparer.Ordinal);
        foreach (var word in words)
        {
            all++;
            english += FunctionWords.Contains(word) ? 1 : 0;
            foreignLetters += char.IsLetter(word[0]) && word[0] >= FirstOfOtherScripts ? 1 : 0;
            foreach (var (language, small) in SmallWords)
            {
                counts[language] += small.Contains(word) ? 1 : 0;
            }
        }

        if (all < FewestWords)
        {
            return null;
        }

        var (name, most) = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
        return foreignLetters > MostOtherLetters * all ? "another script"
            : most >= LeastShare * all && most > english ? name
            : null;
    }

    // Greek, the first script behind Latin's blocks.
    private const char FirstOfOtherScripts = '\u0370';

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
