using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>A kind of removal, repair or remark; all of them are on the data card, also those that count 0.</summary>
internal sealed record CleaningReason(string Id, CleaningEffect Effect, string Description)
{
    private static readonly List<CleaningReason> Known = [];

    public static readonly CleaningReason RepeatedTrack = Removed(
        "repeated-track-id", "Another row of the same file has this track id; the row with the higher popularity, then the first, is used.");

    public static readonly CleaningReason TrackInSeveralFiles = Removed(
        "track-id-in-several-files", "A file of more popular songs has this track id too; that file's row is used.");

    public static readonly CleaningReason MissingTrackId = Removed("missing-track-id", "The row names no track.");

    public static readonly CleaningReason MissingPopularity = Removed("missing-popularity", "The row has no popularity, so it has no label.");

    public static readonly CleaningReason ImpossiblePopularity = Removed(
        "impossible-popularity", "The popularity lies outside 0 to 100, so the row has no label.");

    public static readonly CleaningReason ImpossibleDate = Repaired(
        "impossible-date", "The release date is none, such as 0000, a 13th month or a year to come; it is taken as unknown.");

    public static readonly CleaningReason OutOfRange = Repaired(
        "out-of-range", "An audio feature lies outside its documented range; it is taken as missing.");

    public static readonly CleaningReason PerCent = Repaired(
        "column-in-per-cent", "A feature of 0 to 1 stands in the whole file as 0 to 100; it is divided by 100.");

    public static readonly CleaningReason OtherUnit = Repaired(
        "column-in-another-unit", "The duration stands in the whole file in seconds or minutes; it is read as milliseconds.");

    public static readonly CleaningReason PopularityAsShare = Repaired(
        "popularity-from-0-to-1", "The popularity stands in the whole file as 0 to 1; it is multiplied by 100.");

    public static readonly CleaningReason InWords = Repaired(
        "value-in-words", "A value is written in words or with its unit, such as C#, Major, 3:45, 62 % or True; it is read as what it says.");

    public static readonly CleaningReason ListOfTexts = Repaired(
        "list-of-texts", "A genre or artist is written as a list, such as ['pop', 'dance pop']; of genres the first is used, artists are joined by commas.");

    public static readonly CleaningReason DateInWords = Repaired(
        "date-with-more", "The release date is written in another form, such as 2023.0, 12/31/1999 or with a time of day; the date is used.");

    public static readonly CleaningReason RepeatedHeader = Removed(
        "repeated-header", "A line that is no song: the header once more, a title before it, or units below it.");

    public static readonly CleaningReason Utf16 = Repaired("utf-16", "Files in UTF-16; they are read as what they say.");

    public static readonly CleaningReason Windows1252 = Repaired(
        "windows-1252", "Files in the encoding of Western European Windows (Latin-1); they are read as what they say.");

    public static readonly CleaningReason OtherSeparator = Repaired(
        "other-separator", "Files with semicolons, tabs or bars between fields; a comma in a number is then its decimal point.");

    public static readonly CleaningReason ContradictingPopularity = Noted(
        "contradicting-popularity", "Copies of the track name different popularities; the highest is used.");

    public static readonly CleaningReason ContradictingLabel = Noted(
        "contradicting-label", "Copies of the track are a hit here and none there; it is used as a hit.");

    public static readonly CleaningReason MissingAudio = Noted(
        "missing-audio", "Audio features are missing; they stay missing, nothing is filled in.");

    public static readonly CleaningReason MissingText = Noted("missing-text", "A name, artist, album or genre is empty.");

    public static readonly CleaningReason MissingDate = Noted("missing-date", "There is no release date.");

    public static readonly CleaningReason YearOnly = Noted("year-only-date", "The release date names the year only; month and day stay unknown.");

    public static readonly CleaningReason YearAndMonth = Noted(
        "year-month-date", "The release date names year and month only; the day stays unknown.");

    public static readonly CleaningReason FirstOfJanuary = Noted(
        "first-of-january", "The release date is 1 January, in public files mostly a placeholder for an unknown day; it is kept as it is.");

    public static readonly CleaningReason LineBreak = Noted("line-break-in-text", "A quoted text goes over several lines; it is kept as it is.");

    public static readonly CleaningReason NoTrackIds = Noted(
        "no-track-ids", "Files without track ids: rows with equal title and audio are taken for the same track.");

    public static readonly CleaningReason NoArtists = Noted(
        "no-artists", "Files without artists: songs of one title stand for an artist, and stay together in splits.");

    public static readonly CleaningReason ByteOrderMark = Noted(
        "byte-order-mark", "Files that begin with a byte order mark; it is not part of the first column's name.");

    /// <summary>In the order of the data card.</summary>
    public static IReadOnlyList<CleaningReason> All => Known;

    private static CleaningReason Removed(string id, string description) => Add(new CleaningReason(id, CleaningEffect.Removed, description));

    private static CleaningReason Repaired(string id, string description) => Add(new CleaningReason(id, CleaningEffect.Repaired, description));

    private static CleaningReason Noted(string id, string description) => Add(new CleaningReason(id, CleaningEffect.Noted, description));

    private static CleaningReason Add(CleaningReason reason)
    {
        Known.Add(reason);
        return reason;
    }
}
