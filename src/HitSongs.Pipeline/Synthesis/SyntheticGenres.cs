namespace HitSongs.Pipeline;

/// <summary>How a made-up genre sounds. Chosen by hand from general knowledge of music; nothing is fitted to real songs.</summary>
/// <param name="Danceability">Typical value, 0 to 1; so are energy, acousticness, valence and speechiness.</param>
/// <param name="Instrumental">Share of songs without singing, 0 to 1.</param>
/// <param name="Tempo">Typical beats per minute.</param>
/// <param name="Seconds">Typical length.</param>
internal sealed record SyntheticGenre(
    string Name,
    double Danceability,
    double Energy,
    double Acousticness,
    double Valence,
    double Speechiness,
    double Instrumental,
    double Tempo,
    double Seconds,
    IReadOnlyList<SyntheticSubgenre> Subgenres);

/// <summary>One playlist's worth of songs.</summary>
/// <param name="Level">Mean popularity, 0 to 100.</param>
/// <param name="Weight">How many songs it has in relation to the others.</param>
internal sealed record SyntheticSubgenre(string Name, double Level, double Weight);

internal static class SyntheticGenres
{
    public static readonly IReadOnlyList<SyntheticGenre> All =
    [
        new("pop", 0.66, 0.66, 0.20, 0.52, 0.06, 0.01, 120, 205,
            [new("mainstream", 82, 5.2), new("soft", 76, 4.2), new("indie", 50, 3), new("party", 74, 3.2), new("regional", 36, 2)]),
        new("rock", 0.50, 0.76, 0.08, 0.52, 0.05, 0.05, 126, 240,
            [new("classic", 78, 4.2), new("hard", 74, 3.2), new("indie", 52, 3), new("garage", 34, 2), new("progressive", 40, 2)]),
        new("hip-hop", 0.75, 0.65, 0.14, 0.48, 0.20, 0.01, 122, 190,
            [new("mainstream", 79, 5.2), new("old school", 58, 3), new("drill", 44, 2), new("jazzy", 38, 2)]),
        new("electronic", 0.68, 0.78, 0.06, 0.42, 0.07, 0.35, 126, 205,
            [new("dance", 77, 4.2), new("house", 55, 3), new("techno", 36, 3), new("trance", 33, 2), new("chill", 48, 2)]),
        new("latin", 0.74, 0.70, 0.22, 0.66, 0.08, 0.01, 112, 200,
            [new("reggaeton", 80, 4.2), new("salsa", 52, 2), new("bachata", 60, 2), new("cumbia", 42, 2)]),
        new("r&b", 0.66, 0.55, 0.26, 0.46, 0.09, 0.02, 112, 215,
            [new("contemporary", 76, 3.2), new("neo soul", 50, 2), new("slow", 58, 2)]),
        new("country", 0.57, 0.66, 0.24, 0.56, 0.04, 0.01, 124, 205,
            [new("new", 75, 3.2), new("traditional", 48, 2), new("outlaw", 38, 2)]),
        new("metal", 0.42, 0.90, 0.02, 0.34, 0.09, 0.12, 128, 255,
            [new("anthems", 74, 2.2), new("black", 28, 2), new("doom", 30, 2), new("metalcore", 52, 2)]),
        new("folk", 0.50, 0.36, 0.70, 0.42, 0.04, 0.06, 116, 215,
            [new("modern", 72, 2.2), new("traditional", 30, 2), new("acoustic", 50, 2)]),
        new("jazz", 0.54, 0.34, 0.70, 0.46, 0.05, 0.55, 114, 270,
            [new("vocal", 56, 2), new("bebop", 28, 2), new("smooth", 44, 3)]),
        new("classical", 0.28, 0.14, 0.92, 0.18, 0.04, 0.90, 104, 250,
            [new("piano", 52, 3), new("orchestral", 38, 3), new("baroque", 30, 2)]),
        new("ambient", 0.34, 0.20, 0.80, 0.16, 0.04, 0.88, 100, 210,
            [new("sleep", 50, 4), new("drone", 26, 2), new("focus", 56, 2)]),
        new("lofi", 0.66, 0.34, 0.62, 0.40, 0.07, 0.75, 92, 145,
            [new("beats", 58, 4), new("study", 46, 3), new("jazzhop", 36, 2)]),
        new("soul", 0.62, 0.52, 0.38, 0.62, 0.05, 0.02, 112, 195,
            [new("classics", 73, 2.2), new("northern", 32, 2), new("modern", 46, 2)]),
        new("blues", 0.54, 0.48, 0.46, 0.54, 0.05, 0.06, 118, 225,
            [new("electric", 48, 2), new("delta", 24, 2), new("rock", 62, 2)]),
        new("punk", 0.46, 0.88, 0.03, 0.54, 0.07, 0.02, 140, 165,
            [new("pop punk", 74, 2.2), new("hardcore", 30, 2), new("ska", 44, 2)]),
        new("reggae", 0.74, 0.58, 0.16, 0.68, 0.09, 0.04, 112, 220,
            [new("roots", 56, 2), new("dub", 28, 2), new("dancehall", 64, 2)]),
        new("afrobeats", 0.76, 0.66, 0.26, 0.62, 0.09, 0.03, 112, 190,
            [new("hits", 75, 2.2), new("alte", 46, 2), new("highlife", 36, 2)]),
        new("gaming", 0.56, 0.70, 0.12, 0.40, 0.07, 0.45, 124, 180,
            [new("anthems", 78, 3.2), new("soundtracks", 40, 3)]),
        new("indie", 0.56, 0.58, 0.30, 0.46, 0.05, 0.08, 120, 215,
            [new("bedroom", 66, 3), new("shoegaze", 42, 2), new("dream", 54, 2), new("local", 34, 2)]),
    ];
}
