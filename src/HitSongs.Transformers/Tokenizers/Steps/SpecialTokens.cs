namespace HitSongs.Transformers.Tokenizers.Steps;

/// <summary>The names of the special tokens that a configuration gives, and what each is by default.</summary>
internal static class SpecialTokens
{
    /// <summary>In the order in which Python's library lists them.</summary>
    public static readonly IReadOnlyList<string> Names = ["bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token"];

    public static readonly IReadOnlyDictionary<string, AddedToken> Bert = Of(
        ("unk_token", "[UNK]"), ("sep_token", "[SEP]"), ("pad_token", "[PAD]"), ("cls_token", "[CLS]"), ("mask_token", "[MASK]"));

    public static readonly IReadOnlyDictionary<string, AddedToken> Gpt2 = Of(
        ("bos_token", "<|endoftext|>"), ("eos_token", "<|endoftext|>"), ("unk_token", "<|endoftext|>"));

    public static readonly IReadOnlyDictionary<string, AddedToken> Roberta = new Dictionary<string, AddedToken>(Of(
        ("bos_token", "<s>"), ("eos_token", "</s>"), ("unk_token", "<unk>"), ("sep_token", "</s>"), ("pad_token", "<pad>"), ("cls_token", "<s>")))
    {
        // RoBERTa's mask takes the space before it, as the words of its vocabulary do.
        ["mask_token"] = AddedToken.MakeSpecial("<mask>") with { lstrip = true },
    };

    public static readonly IReadOnlyDictionary<string, AddedToken> None = new Dictionary<string, AddedToken>();

    private static Dictionary<string, AddedToken> Of(params ReadOnlySpan<(string Name, string Token)> tokens)
    {
        var all = new Dictionary<string, AddedToken>();
        foreach (var (name, token) in tokens)
        {
            all[name] = AddedToken.MakeSpecial(token);
        }
        return all;
    }
}
