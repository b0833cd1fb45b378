namespace HitSongs.Songs;

/// <summary>The aggregated figures that charts and tables of a data set are drawn from; no rows.</summary>
/// <param name="Popularity">Songs by popularity in bins of equal width over 0 to 100.</param>
/// <param name="Genres">Songs and hits by genre, most songs first.</param>
/// <param name="Features">Distribution of each audio feature among hits and among the others.</param>
public sealed record SongProfile(IReadOnlyList<PopularityBin> Popularity, IReadOnlyList<GenreCount> Genres, IReadOnlyList<FeatureSummary> Features);

/// <summary>Songs with <paramref name="Low"/> ≤ popularity &lt; <paramref name="High"/> (the last bin includes 100).</summary>
public sealed record PopularityBin(double Low, double High, int Hits, int Others);

/// <summary>Songs of one genre, and how many of them are hits.</summary>
public sealed record GenreCount(string Genre, int Songs, int Hits);

/// <summary>Quantiles of one audio feature, among hits or among the others.</summary>
/// <param name="Feature">Column name as in the public files, such as "duration_ms".</param>
/// <param name="Hit">Whether this row is about hits.</param>
/// <param name="Count">Values that are not missing.</param>
/// <param name="Missing">Values that are.</param>
public sealed record FeatureSummary(
    string Feature, bool Hit, int Count, int Missing, double Low, double Quartile1, double Median, double Quartile3, double High);
