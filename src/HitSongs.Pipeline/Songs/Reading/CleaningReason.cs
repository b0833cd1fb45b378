namespace HitSongs.Pipeline;

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

    public static readonly CleaningReason ImpossibleDate = new(
        "impossible-date", CleaningEffect.Repaired, "The release date is none, such as 0000 or a 13th month; it is taken as unknown.");

    public static readonly CleaningReason ContradictingPopularity = new(
        "contradicting-popularity", CleaningEffect.Noted, "Copies of the track name different popularities; the highest is used.");

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
        "out-of-range", CleaningEffect.Noted, "A value lies outside its documented range; it is kept as it is.");

    public static readonly IReadOnlyList<CleaningReason> All =
    [
        RepeatedTrack, TrackInSeveralFiles, MissingTrackId, MissingPopularity, ImpossibleDate, ContradictingPopularity,
        MissingAudio, MissingText, MissingDate, YearOnly, YearAndMonth, FirstOfJanuary, OutOfRange,
    ];
}
