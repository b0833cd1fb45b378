namespace HitSongs.Transformers.Tokenizers.Decoders;

/// <summary>Takes away the spaces that tokenisation leaves before English punctuation and contractions.</summary>
internal static class TextCleanup
{
    private static readonly (string Old, string New)[] Rules =
    [
        (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"), (" 's", "'s"), (" 've", "'ve"), (" 're", "'re"),
    ];

    public static string Apply(string text) => Rules.Aggregate(text, (current, rule) => current.Replace(rule.Old, rule.New));
}
