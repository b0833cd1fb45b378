namespace HitSongs.Transformers;

/// <summary>A token that is looked for in the text itself, before any splitting: "[MASK]", "&lt;|endoftext|&gt;", or a word of one's own.</summary>
/// <param name="content">The token as it is written.</param>
public sealed record AddedToken(string content)
{
    /// <summary>Whether it must not touch a letter or digit on either side.</summary>
    public bool single_word { get; init; }

    /// <summary>Whether it takes the whitespace on its left with it.</summary>
    public bool lstrip { get; init; }

    /// <summary>Whether it takes the whitespace on its right with it.</summary>
    public bool rstrip { get; init; }

    /// <summary>Whether it is looked for after the text was normalized, in its own normalized writing.</summary>
    public bool normalized { get; init; } = true;

    /// <summary>Whether decoding with skip_special_tokens leaves it out.</summary>
    public bool special { get; init; }

    /// <summary>A special token as the library makes it from a plain string: not normalized, nothing stripped.</summary>
    public static AddedToken MakeSpecial(string content) => new(content) { special = true, normalized = false };
}
