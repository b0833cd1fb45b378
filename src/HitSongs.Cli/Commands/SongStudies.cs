using HitSongs.Collecting.Collect;
using HitSongs.Pipeline.Explanation;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Cli.Commands;

/// <summary>What is known about the songs of a graded run.</summary>
/// <param name="Missing">What is not known, and how to get it; null where nothing is missing.</param>
internal sealed record SongStudies(SongFindings? Findings, ModelStudy? Models, string? Missing)
{
    /// <summary>Takes what was found out before; what was not is found out now, where the songs are at hand.</summary>
    /// <param name="card">Of the songs; null where the run had none.</param>
    /// <param name="files">The very files of the run; null where they are not at hand.</param>
    public static SongStudies Of(DataCard? card, IReadOnlyList<string>? files, StudyCache studies)
    {
        if (card is null)
        {
            return new SongStudies(null, null, null);
        }

        var (findings, models) = (studies.FindingsOf(card), studies.ModelsOf(card));
        if (files is not null && (findings is null || models is null))
        {
            var data = SongFiles.Read(files);
            findings ??= Study(data, studies);
            models ??= Compare(data, studies);
        }

        return new SongStudies(findings, models, findings is null
            ? "The study of the songs (importance, ranges by genre, model comparison) is missing: hitsongs report --data FILE… with the song files of the graded run adds it."
            : null);
    }

    private static SongFindings Study(SongData data, StudyCache studies)
    {
        using var display = new WorkDisplay("studying the songs", SongStudy.Parts);
        return studies.FindingsOf(data, display.Done);
    }

    private static ModelStudy? Compare(SongData data, StudyCache studies)
    {
        using var display = new WorkDisplay("comparing models", ModelStudy.Parts);
        return studies.ModelsOf(data, display.Done);
    }
}
