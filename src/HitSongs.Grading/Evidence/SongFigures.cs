using HitSongs.Songs;

namespace HitSongs.Grading.Evidence;

/// <summary>More figures of a data set for charts and tables; aggregated, but for the rows that cleaning removed or repaired.</summary>
/// <param name="Rows">The rows that cleaning removed or repaired, by file and line; at most the first few thousand.</param>
/// <param name="Missing">Values that are missing, by column.</param>
/// <param name="Histograms">Each audio feature in bins of equal width, among hits and among the others.</param>
/// <param name="Correlations">Every pair of columns once; pairs in which a value is missing are left out.</param>
/// <param name="Months">Share of hits by month of release, of songs whose month is known.</param>
/// <param name="Seasons">The same by season of the northern hemisphere.</param>
public sealed record SongFigures(
    IReadOnlyList<RowAction> Rows,
    IReadOnlyList<MissingCount> Missing,
    IReadOnlyList<FeatureHistogram> Histograms,
    IReadOnlyList<ColumnCorrelation> Correlations,
    IReadOnlyList<HitShare> Months,
    IReadOnlyList<HitShare> Seasons);

public sealed record MissingCount(string Column, int Missing, int Songs);

/// <param name="Bins">From low to high; together they hold every known value.</param>
public sealed record FeatureHistogram(string Feature, IReadOnlyList<HistogramBin> Bins);

/// <summary>Songs with <paramref name="Low"/> ≤ value &lt; <paramref name="High"/> (the last bin includes its end).</summary>
public sealed record HistogramBin(double Low, double High, int Hits, int Others);

/// <summary>Pearson's r with its 95 % interval; null where it is undefined.</summary>
public sealed record ColumnCorrelation(string First, string Second, double? R, double? Low, double? High, int Count);

/// <summary>Hits among some songs, with Wilson's 95 % interval of their share.</summary>
public sealed record HitShare(string Name, int Songs, int Hits, double Low, double High);

/// <summary>One point of a precision-recall curve.</summary>
public sealed record PrecisionRecallPoint(double Recall, double Precision);

/// <summary>Songs whose predicted probability lies in one bin: what was predicted, and what was, with Wilson's 95 % interval.</summary>
public sealed record CalibrationBin(double Predicted, double Observed, double Low, double High, int Songs);
