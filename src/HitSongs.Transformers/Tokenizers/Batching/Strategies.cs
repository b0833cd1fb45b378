namespace HitSongs.Transformers;

/// <summary>Padding of a batch's shorter texts. Converts from true ("longest"), false, and the names "longest", "max_length", "do_not_pad".</summary>
public readonly record struct PaddingStrategy
{
    private readonly string? _name;

    private PaddingStrategy(string name) => _name = name;

    /// <summary>No padding, the default.</summary>
    public static PaddingStrategy DO_NOT_PAD => default;

    /// <summary>To the longest of the batch.</summary>
    public static PaddingStrategy LONGEST => new("longest");

    /// <summary>To max_length, or to the model's own where none is given.</summary>
    public static PaddingStrategy MAX_LENGTH => new("max_length");

    public static implicit operator PaddingStrategy(bool padding) => padding ? LONGEST : DO_NOT_PAD;

    /// <exception cref="ArgumentException">The name is none of the three.</exception>
    public static implicit operator PaddingStrategy(string padding) => padding switch
    {
        "longest" => LONGEST,
        "max_length" => MAX_LENGTH,
        "do_not_pad" => DO_NOT_PAD,
        _ => throw new ArgumentException($"padding is true, false, \"longest\", \"max_length\" or \"do_not_pad\", not \"{padding}\"", nameof(padding)),
    };

    public override string ToString() => _name ?? "do_not_pad";
}

/// <summary>Truncation of texts that are too long. Converts from true ("longest_first"), false, and the names "longest_first", "only_first",
/// "only_second", "do_not_truncate".</summary>
public readonly record struct TruncationStrategy
{
    private readonly string? _name;

    private TruncationStrategy(string name) => _name = name;

    /// <summary>Nothing is cut.</summary>
    public static TruncationStrategy DO_NOT_TRUNCATE => new("do_not_truncate");

    /// <summary>The longer text of a pair gives way, until both are equally long.</summary>
    public static TruncationStrategy LONGEST_FIRST => new("longest_first");

    /// <summary>Only the first text gives way.</summary>
    public static TruncationStrategy ONLY_FIRST => new("only_first");

    /// <summary>Only the second text gives way.</summary>
    public static TruncationStrategy ONLY_SECOND => new("only_second");

    /// <summary>Whether the caller said nothing at all.</summary>
    internal bool IsUnsaid => _name is null;

    public static implicit operator TruncationStrategy(bool truncation) => truncation ? LONGEST_FIRST : DO_NOT_TRUNCATE;

    /// <exception cref="ArgumentException">The name is none of the four.</exception>
    public static implicit operator TruncationStrategy(string truncation) =>
        truncation switch
        {
            "longest_first" => LONGEST_FIRST,
            "only_first" => ONLY_FIRST,
            "only_second" => ONLY_SECOND,
            "do_not_truncate" => DO_NOT_TRUNCATE,
            _ => throw new ArgumentException(
                $"truncation is true, false, \"longest_first\", \"only_first\", \"only_second\" or \"do_not_truncate\", not \"{truncation}\"",
                nameof(truncation)
            ),
        };

    public override string ToString() => _name ?? "";
}
