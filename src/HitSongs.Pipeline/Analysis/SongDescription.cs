using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Pipeline.Analysis;

/// <summary>A data set in figures, and what the tests say of it.</summary>
public sealed record SongDescription(SongSummary Summary, IReadOnlyList<TestFamily> Families)
{
    /// <summary>Reads and describes files of songs without an object per song: for a million rows.</summary>
    /// <inheritdoc cref="SongFiles.Read"/>
    public static SongDescription OfFiles(
        IReadOnlyList<string> paths, IProgress<ReadProgress>? progress = null, SongMapping? mapping = null, DateOnly? today = null)
    {
        var (card, columns) = SongSummary.Read(paths, progress, mapping, today);
        return new SongDescription(SongSummary.Of(card, columns), SongTests.Of(columns));
    }

    /// <summary>Describes songs that are read already.</summary>
    public static SongDescription Of(SongData data)
    {
        var columns = SongColumns.Of(data);
        return new SongDescription(SongSummary.Of(data.Card, columns), SongTests.Of(columns));
    }
}
