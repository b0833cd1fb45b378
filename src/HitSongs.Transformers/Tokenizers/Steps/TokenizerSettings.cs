namespace HitSongs.Transformers.Tokenizers.Steps;

/// <summary>Settings of tokenizer_config.json and special_tokens_map.json beside the pipeline itself.</summary>
internal sealed record TokenizerSettings
{
    /// <summary>The class as the file names it, without "Fast"; null where none does.</summary>
    public string? TokenizerClass { get; init; }

    /// <summary>The special tokens by name: cls_token, sep_token, ….</summary>
    public IReadOnlyDictionary<string, AddedToken> Special { get; init; } = SpecialTokens.None;

    /// <summary>Special tokens without a name of their own.</summary>
    public IReadOnlyList<AddedToken> Additional { get; init; } = [];

    /// <summary>Tokens with the ids that the configuration gives them.</summary>
    public IReadOnlyList<(int Id, AddedToken Token)> AddedTokens { get; init; } = [];

    /// <summary>The longest text that the model takes; null for no bound.</summary>
    public int? ModelMaxLength { get; init; }

    public bool PadOnLeft { get; init; }

    public bool TruncateOnLeft { get; init; }

    public bool CleanUp { get; init; }

    public bool? LowerCase { get; init; }

    public bool? StripAccents { get; init; }

    public bool? TokenizeChineseChars { get; init; }

    public bool? AddPrefixSpace { get; init; }

    public IReadOnlyList<string>? ModelInputNames { get; init; }
}
