using System.Collections.Frozen;

namespace HitSongs.Grading.Prose;

/// <summary>The small words that hold English sentences together, and those of them that negate.</summary>
internal static class FunctionWords
{
    private static readonly FrozenSet<string> All = Words(
        """
        a an the this that these those it its he she they them their we us our you your i me my one ones some any each every all both either neither
        no none not nor and or but so if then else than because since as while when where which who whose what why how whether though although unless
        until after before during of in on at by to from for with without within into onto over under between among through across about against per via
        up down out off above below is are was were be been being am do does did done doing has have had having can could may might must shall should
        will would cannot there here also only just very more most less least much many few such same other another again too still even yet now
        around away back also almost nobody nothing once twice however instead rather therefore thus hence
        """);

    private static readonly FrozenSet<string> Negators = Words(
        "not no never none nor neither without cannot hardly barely dont doesnt isnt arent wasnt werent didnt wont cant"
    );

    private static readonly FrozenSet<string> Contrasts = Words("but instead rather however yet");

    private static readonly FrozenSet<string> Softeners = Words("only just merely simply necessarily matter doubt wonder grad");

    public static bool Contains(string word) => All.Contains(word) || IsNegator(word) || (word.IndexOf('\'') is > 0 and var end && All.Contains(word[..end]));

    public static bool IsNegator(string word) => Negators.Contains(word) || word.EndsWith("n't", StringComparison.Ordinal);

    /// <summary>Whether a negation before the word does not reach beyond it.</summary>
    public static bool IsContrast(string word) => Contrasts.Contains(word);

    /// <summary>Whether "not" before the word denies nothing: "not only adds up but ...".</summary>
    public static bool IsSoftener(string word) => Softeners.Contains(word);

    private static FrozenSet<string> Words(string list) => list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
