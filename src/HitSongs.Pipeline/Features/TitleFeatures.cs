using System.Text.RegularExpressions;

namespace HitSongs.Pipeline.Features;

/// <summary>Features of the titles of song and album that do not name the song.</summary>
internal static partial class TitleFeatures
{
    public static IReadOnlyList<NumberFeature> All { get; } =
    [
        Number("title_length", song => song.Title.Length),
        Number("title_words", song => song.Title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length),
        Flag("title_featuring", song => Featuring().IsMatch(song.Title)),
        Flag("title_remix", song => Remix().IsMatch(song.Title)),
        Flag("title_remaster", song => song.Title.Contains("remaster", StringComparison.OrdinalIgnoreCase)),
        Flag("title_live", song => Live().IsMatch(song.Title)),
        Flag("title_brackets", song => song.Title.AsSpan().ContainsAny('(', '[')),
        Flag("title_dash", song => song.Title.Contains(" - ")),
        Flag("title_digit", song => song.Title.Any(char.IsDigit)),
        // The nearest that a title comes to its language without a dictionary.
        Flag("title_not_ascii", song => song.Title.Any(c => !char.IsAscii(c))),
        Flag("title_upper_case", song => !song.Title.Any(char.IsLower)),
        Flag("title_lower_case", song => !song.Title.Any(char.IsUpper)),
        Flag("album_is_single", song => song.Title == song.Album),
        Flag("album_deluxe", song => Deluxe().IsMatch(song.Album)),
        Flag("album_soundtrack", song => Soundtrack().IsMatch(song.Album)),
        Flag("album_collection", song => Collection().IsMatch(song.Album)),
        Number("artist_count", song => song.ArtistCount),
    ];

    private static NumberFeature Number(string name, Func<SongFacts, double> of) => new(name, FeatureGroup.Title, of);

    private static NumberFeature Flag(string name, Func<SongFacts, bool> of) => new(name, FeatureGroup.Title, song => of(song) ? 1 : 0);

    [GeneratedRegex(@"\b(?:feat|ft\.|with\b)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Featuring();

    [GeneratedRegex(@"remix|\bmix\b|edit", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Remix();

    [GeneratedRegex(@"\blive\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Live();

    [GeneratedRegex("deluxe|edition", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Deluxe();

    [GeneratedRegex(@"soundtrack|motion picture|\bost\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Soundtrack();

    [GeneratedRegex("best of|greatest|hits|collection|essential", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Collection();
}
