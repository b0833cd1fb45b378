using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Excerpts;

/// <summary>A sentence, a cell of a table or a comment: what is stated, or not, as a whole.</summary>
/// <param name="Block">Index of its block in the answer.</param>
/// <param name="Text">As it stands.</param>
/// <param name="Kind">What it is part of.</param>
internal sealed record Unit(int Block, int Line, string Text, TextBlockKind Kind)
{
    /// <summary>Texts that say it together with what leads in to it.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>The same together with the sentence before it; null where it says what it says without.</summary>
    public string? AfterPrevious { get; init; }

    /// <summary>Whether it is first in its block.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether it stands in a block quote or between quotation marks.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>Lead-in to its list; empty for others.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Heading above it.</summary>
    public string Heading { get; init; } = "";
}
