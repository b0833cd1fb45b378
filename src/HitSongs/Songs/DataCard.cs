namespace HitSongs.Songs;

/// <summary>Record of reading, removal and repair from files to songs.</summary>
/// <param name="Name">The data set's public name, such as "Spotify Music Dataset".</param>
/// <param name="Synthetic">Whether any row says of itself that it was made and not observed.</param>
/// <param name="Files">File name, bytes' SHA-256 (lower-case hex) and data rows of each file.</param>
/// <param name="RowsRead">Data rows in all files together.</param>
/// <param name="RowsUsed">Songs that are left after cleaning.</param>
/// <param name="Hits">Songs at or above the threshold among <paramref name="RowsUsed"/>.</param>
/// <param name="HitThreshold">Popularity from which a song counts as a hit.</param>
/// <param name="Actions">Every kind of removal and repair with its count; none is left out, also those that count 0.</param>
public sealed record DataCard(
    string Name,
    bool Synthetic,
    IReadOnlyList<DataFile> Files,
    int RowsRead,
    int RowsUsed,
    int Hits,
    double HitThreshold,
    IReadOnlyList<CleaningAction> Actions)
{
    /// <summary>Notes on whole columns, and on the labels: one sentence each, with the file.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}

/// <summary>One file of a data set.</summary>
public sealed record DataFile(string Name, string Sha256, int Rows);

/// <summary>A kind of removal or repair and how often it happened.</summary>
/// <param name="Reason">Stable id such as "repeated-track-id".</param>
/// <param name="Effect">What happened to the row.</param>
/// <param name="Count">Rows concerned.</param>
/// <param name="Description">One sentence for readers.</param>
public sealed record CleaningAction(string Reason, CleaningEffect Effect, int Count, string Description);

/// <summary>Outcome for a row.</summary>
public enum CleaningEffect
{
    /// <summary>The row is not used.</summary>
    Removed,

    /// <summary>The row is used with something changed.</summary>
    Repaired,

    /// <summary>The row is used as it is; readers should know.</summary>
    Noted,
}
