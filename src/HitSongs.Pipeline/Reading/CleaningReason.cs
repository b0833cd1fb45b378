using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>A kind of removal, repair or remark; all of them are on the data card, also those that count 0.</summary>
internal sealed record CleaningReason(string Id, CleaningEffect Effect, string Description)
{
    public static readonly CleaningReason RepeatedTrack = new(
        "repeated-track-id",
        CleaningEffect.Removed,
        "Another row of the same file has this track id; the row with the higher popularity, then the first, is used."
    );

    public static readonly CleaningReason TrackInSeveralFiles = new(
        "track-id-in-several-files", CleaningEffect.Removed, "A file of more popular songs has this track id too; that file's row is used.");

    public static readonly CleaningReason MissingTrackId = new("missing-track-id", CleaningEffect.Removed, "The row names no track.");

    public static readonly CleaningReason MissingPopularity = new(
        "missing-popularity", CleaningEffect.Removed, "The row has no popularity, so it has no label.");

    public static readonly CleaningReason ImpossiblePopularity = new(
        "impossible-popularity", CleaningEffect.Removed, "The popularity lies outside 0 to 100, so the row has no label.");

    public static readonly CleaningReason ImpossibleDate = new(
        "impossible-date", CleaningEffect.Repaired, "The release date is none, such as 0000, a 13th month or a year to come; it is taken as unknown.");

    public static readonly CleaningReason ContradictingPopularity = new(
        "contradicting-popularity", CleaningEffect.Noted, "Copies of the track name different popularities; the highest is used.");

    public static readonly CleaningReason ContradictingLabel = new(
        "contradicting-label", CleaningEffect.Noted, "Copies of the track are a hit here and none there; it is used as a hit.");

    public static readonly CleaningReason MissingAudio = new(
        "missing-audio", CleaningEffect.Noted, "Audio features are missing; they stay missing, nothing is filled in.");

    public static readonly CleaningReason MissingText = new("missing-text", CleaningEffect.Noted, "A name, artist, album or genre is empty.");

    public static readonly CleaningReason MissingDate = new("missing-date", CleaningEffect.Noted, "There is no release date.");

    public static readonly CleaningReason YearOnly = new(
        "year-only-date", CleaningEffect.Noted, "The release date names the year only; month and day stay unknown.");

    public static readonly CleaningReason YearAndMonth = new(
        "year-month-date", CleaningEffect.Noted, "The release date names year and month only; the day stays unknown.");

    public static readonly CleaningReason FirstOfJanuary = new(
        "first-of-january",
        CleaningEffect.Noted,
        "The release date is 1 January, in public files mostly a placeholder for an unknown day; it is kept as it is."
    );

    public static readonly CleaningReason OutOfRange = new(
        "out-of-range", CleaningEffect.Repaired, "An audio feature lies outside its documented range; it is taken as missing.");

    public static readonly CleaningReason LineBreak = new(
        "line-break-in-text", CleaningEffect.Noted, "A quoted text goes over several lines; it is kept as it is.");

    public static readonly CleaningReason NoTrackIds = new(
        "no-track-ids", CleaningEffect.Noted, "Files without track ids: rows with equal title and audio are taken for the same track.");

    public static readonly CleaningReason NoArtists = new(
        "no-artists", CleaningEffect.Noted, "Files without artists: songs of one title stand for an artist, and stay together in splits.");

    public static readonly CleaningReason ByteOrderMark = new(
        "byte-order-mark", CleaningEffect.Noted, "Files that begin with a byte order mark; it is not part of the first column's name.");

    public static readonly CleaningReason Utf16 = new("utf-16", CleaningEffect.Repaired, "Files in UTF-16; they are read as what they say.");

    public static readonly CleaningReason PerCent = new(
        "column-in-per-cent", CleaningEffect.Repaired, "A feature of 0 to 1 stands in the whole file as 0 to 100; it is divided by 100.");

    public static readonly CleaningReason OtherUnit = new(
        "column-in-another-unit", CleaningEffect.Repaired, "The duration stands in the whole file in seconds or minutes; it is read as milliseconds.");

    public static readonly CleaningReason PopularityAsShare = new(
        "popularity-from-0-to-1", CleaningEffect.Repaired, "The popularity stands in the whole file as 0 to 1; it is multiplied by 100.");

    public static readonly CleaningReason RepeatedHeader = new(
        "repeated-header", CleaningEffect.Removed, "The header stands among the songs once more.");

    public static readonly CleaningReason InWords = new(
        "value-in-words",
        CleaningEffect.Repaired,
        "A value is written in words or with its unit, such as C#, Major, 3:45, 62 % or True; it is read as what it says."
    );

    public static readonly CleaningReason ListOfTexts = new(
        "list-of-texts",
        CleaningEffect.Repaired,
        "A genre or artist is written as a list, such as ['pop', 'dance pop']; of genres the first is used, artists are joined by commas."
    );

    public static readonly CleaningReason DateInWords = new(
        "date-with-more",
        CleaningEffect.Repaired,
        "The release date is written in another form, such as 2023.0, 12/31/1999 or with a time of day; the date is used."
    );

    public static readonly CleaningReason Windows1252 = new(
        "windows-1252", CleaningEffect.Repaired, "Files in the encoding of Western European Windows (Latin-1); they are read as what they say.");

    public static readonly CleaningReason OtherSeparator = new(
        "other-separator", CleaningEffect.Repaired, "Files with semicolons, tabs or bars between fields; a comma in a number is then its decimal point.");

    public static readonly IReadOnlyList<CleaningReason> All =
    [
        RepeatedTrack,
        TrackInSeveralFiles,
        MissingTrackId,
        MissingPopularity,
        ImpossiblePopularity,
        ImpossibleDate,
        OutOfRange,
        PerCent,
        OtherUnit,
        PopularityAsShare,
        InWords,
        ListOfTexts,
        DateInWords,
        RepeatedHeader,
        Utf16,
        Windows1252,
        OtherSeparator,
        ContradictingPopularity,
        ContradictingLabel,
        MissingAudio,
        MissingText,
        MissingDate,
        YearOnly,
        YearAndMonth,
        FirstOfJanuary,
        LineBreak,
        NoTrackIds,
        NoArtists,
        ByteOrderMark,
    ];
}
