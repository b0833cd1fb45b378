namespace HitSongs.Grading.Excerpts;

/// <summary>A passage of an answer that can say something by itself.</summary>
/// <param name="Unit">Index of the sentence, cell or comment that it is of.</param>
/// <param name="Line">Where it starts in the answer.</param>
/// <param name="Text">What is encoded: the passage, perhaps with what leads in to it.</param>
/// <param name="Quote">The passage as it stands in the answer.</param>
/// <param name="Scope">Whether its author states it.</param>
internal sealed record Excerpt(int Unit, int Line, string Text, string Quote, Scope Scope);

/// <summary>Author's stance on a passage.</summary>
internal enum Scope
{
    /// <summary>States it.</summary>
    Stated,

    /// <summary>Asks, wishes, reports or ironises it.</summary>
    NotStated,

    /// <summary>Takes it back, or calls it wrong.</summary>
    Rejected,
}
