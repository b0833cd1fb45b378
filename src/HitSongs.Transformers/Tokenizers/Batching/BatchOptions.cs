namespace HitSongs.Transformers.Tokenizers.Batching;

/// <summary>The arguments of a tokenizer's call, besides the texts.</summary>
internal sealed record BatchOptions
{
    public bool AddSpecialTokens { get; init; } = true;

    public PaddingStrategy Padding { get; init; }

    public TruncationStrategy Truncation { get; init; }

    public int? MaxLength { get; init; }

    public int Stride { get; init; }

    public int? PadToMultipleOf { get; init; }

    public string? ReturnTensors { get; init; }

    public bool? ReturnTokenTypeIds { get; init; }

    public bool? ReturnAttentionMask { get; init; }

    public bool ReturnOverflowingTokens { get; init; }

    public bool ReturnSpecialTokensMask { get; init; }

    public bool ReturnLength { get; init; }

    /// <exception cref="ArgumentException">An argument is out of its range.</exception>
    public void Check()
    {
        if (MaxLength < 0 || Stride < 0 || PadToMultipleOf < 1)
        {
            throw CallArgument.Fault("max_length", "max_length and stride are 0 or more, pad_to_multiple_of is 1 or more");
        }
        if (ReturnTensors is not (null or "pt"))
        {
            throw CallArgument.Fault("return_tensors", $"return_tensors is \"pt\" or nothing, not \"{ReturnTensors}\"");
        }
    }
}
