using HitSongs.Songs;

namespace HitSongs.Pipeline.Songs;

/// <summary>A data set after cleaning, with an account of what was done to it.</summary>
/// <param name="Card">The counts that a report shows.</param>
/// <param name="Songs">The songs that are used, one per track id, in the order of the files (most popular file first) and lines.</param>
/// <param name="Actions">Every removed, repaired or noted row behind the counts of <see cref="DataCard.Actions"/>, by file and line.</param>
public sealed record SongData(DataCard Card, IReadOnlyList<LabelledSong> Songs, IReadOnlyList<RowAction> Actions)
{
    /// <summary>The playlist that each track id was collected from. It knows the label, so it never leaves the pipeline.</summary>
    internal IReadOnlyDictionary<string, string> Playlists { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
