namespace HitSongs.Pipeline.Songs.Reading;

/// <summary>A kind of removal, repair or remark; all of them are on the data card, also those that count 0.</summary>
internal sealed record CleaningReason(string Id, CleaningEffect Effect, string Description)
{
    public static readonly CleaningReason RepeatedTrack = new(
        "repeated-track-id", CleaningEffect.Removed, "Another row of the same file has this track id; the row with the higher popularity, then the first, is used.");

    public static readonly CleaningReason TrackInSeveralFiles = new(
        "track-id-in-several-files", CleaningEffect.Removed, "A file of more popular songs has this track id too; that file's row is used.");

    public static readonly CleaningReason MissingTrackId = new(
        "missing-track-id", CleaningEffect.Removed, "The row names no track.");

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

    public static readonly CleaningReason MissingText = new(
        "missing-text", CleaningEffect.Noted, "A name, artist, album or genre is empty.");

    public static readonly CleaningReason MissingDate = new(
        "missing-date", CleaningEffect.Noted, "There is no release date.");

    public static readonly CleaningReason YearOnly = new(
        "year-only-date", CleaningEffect.Noted, "The release date names the year only; month and day stay unknown.");

    public static readonly CleaningReason YearAndMonth = new(
        "year-month-date", CleaningEffect.Noted, "The release date names year and month only; the day stays unknown.");

    public static readonly CleaningReason FirstOfJanuary = new(
        "first-of-january", CleaningEffect.Noted, "The release date is 1 January, in public files mostly a placeholder for an unknown day; it is kept as it is.");

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

    public static readonly CleaningReason Utf16 = new(
        "utf-16", CleaningEffect.Repaired, "Files in UTF-16; they are read as what they say.");

    public static readonly IReadOnlyList<CleaningReason> All =
    [
        RepeatedTrack, TrackInSeveralFiles, MissingTrackId, MissingPopularity, ImpossiblePopularity, ImpossibleDate, OutOfRange, Utf16,
        ContradictingPopularity, ContradictingLabel, MissingAudio, MissingText, MissingDate, YearOnly, YearAndMonth, FirstOfJanuary, LineBreak,
        NoTrackIds, NoArtists, ByteOrderMark,
    ];
}
