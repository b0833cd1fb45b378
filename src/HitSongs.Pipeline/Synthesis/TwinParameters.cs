namespace HitSongs.Pipeline.Synthesis;

/// <summary>The figures that a synthetic twin is drawn from: quantiles, correlations, weights and shares over groups of songs. No row, name or id of a song.</summary>
/// <param name="Schema">Always <see cref="Format"/>.</param>
/// <param name="Source">The data set that the figures describe.</param>
/// <param name="Songs">Songs that they were fitted to.</param>
/// <param name="HitThreshold">Popularity from which a song is a hit.</param>
/// <param name="Levels">Quantile levels of <see cref="TwinGenre.Quantiles"/>, 0 to 1.</param>
/// <param name="Columns">The continuous columns, in the order of every list that is "by column".</param>
/// <param name="Means">Of each column (in the scale of <see cref="TwinScale"/>), by which the weights' inputs are standardised.</param>
/// <param name="Deviations">Of each column.</param>
/// <param name="Correlations">Lower triangle of the columns' covariance in normal scores within genres, row by row.</param>
/// <param name="Interacting">Genres (by position) in which audio has weights of its own.</param>
public sealed record TwinParameters(
    string Schema,
    string Source,
    int Songs,
    double HitThreshold,
    IReadOnlyList<double> Levels,
    IReadOnlyList<string> Columns,
    IReadOnlyList<double> Means,
    IReadOnlyList<double> Deviations,
    IReadOnlyList<double> Correlations,
    IReadOnlyList<TwinGenre> Genres,
    IReadOnlyList<TwinCell> Cells,
    IReadOnlyList<int> Interacting,
    TwinWeights Hit,
    TwinWeights PopularityOfHits,
    TwinWeights PopularityOfOthers,
    double LowestPopularity,
    TwinArtists Artists,
    TwinDates Dates,
    TwinTraps Traps)
{
    public const string Format = "hitsongs/twin/1";
}

/// <summary>How a genre sounds.</summary>
/// <param name="Quantiles">By column and level; each is a mean over five songs or more, never one song's value.</param>
/// <param name="Correlations">As <see cref="TwinParameters.Correlations"/>; null in small genres, which have those of all.</param>
/// <param name="Keys">Share of each pitch class.</param>
/// <param name="Major">Share of songs in major.</param>
/// <param name="Bars">Share of one, three, four and five beats per bar.</param>
public sealed record TwinGenre(
    string Name, IReadOnlyList<IReadOnlyList<double>> Quantiles, IReadOnlyList<double>? Correlations, IReadOnlyList<double> Keys, double Major, IReadOnlyList<double> Bars);

/// <summary>A genre's subgenre: about one playlist.</summary>
/// <param name="Genre">Position of its genre.</param>
/// <param name="Share">Of all songs.</param>
/// <param name="Shift">By column, in normal scores: how far its songs lie from those of the genre.</param>
/// <param name="SpreadOfHits">Standard deviation of popularity among its hits, around what the weights say.</param>
/// <param name="SpreadOfOthers">Among its other songs.</param>
public sealed record TwinCell(int Genre, string Subgenre, double Share, IReadOnlyList<double> Shift, double SpreadOfHits, double SpreadOfOthers);

/// <summary>A linear model over cells, genres, standardised columns, some of their squares, and columns within some genres.</summary>
public sealed record TwinWeights(double Intercept, IReadOnlyList<double> Weights);

/// <summary>How songs spread over artists.</summary>
/// <param name="Sizes">Artists by number of songs: one, two, three …</param>
/// <param name="Likeness">Share of the variance of popularity that artists explain beyond genre and audio, 0 to 1.</param>
/// <param name="Guests">Share of songs with more than one artist.</param>
public sealed record TwinArtists(IReadOnlyList<int> Sizes, double Likeness, double Guests);

/// <summary>Precision and season of release dates. Shares by era: before 1990, before 2010, since.</summary>
public sealed record TwinDates(IReadOnlyList<double> Months, IReadOnlyList<double> YearOnly, IReadOnlyList<double> FirstOfJanuary);

/// <summary>Faults of the files, as shares of their rows: they are put in on purpose.</summary>
/// <param name="RepeatedHits">Further copies of a track among hits.</param>
/// <param name="RepeatedOthers">Among the others.</param>
/// <param name="InBothFiles">Tracks that are in both files.</param>
public sealed record TwinTraps(double RepeatedHits, double RepeatedOthers, double InBothFiles);
