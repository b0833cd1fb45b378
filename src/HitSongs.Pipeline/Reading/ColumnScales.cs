using System.Runtime.InteropServices;

namespace HitSongs.Pipeline.Reading;

/// <summary>Judges the columns of one file as columns: repairs a scale where the rule is certain, else tells of what is off; then takes single values out
/// of range as missing.</summary>
internal sealed class ColumnScales(SongRows rows, SongSchema schema)
{
    /// <summary>Of a handful of songs nothing can be said about their column.</summary>
    private const int FewestValues = 10;

    /// <summary>A larger share of values out of range is no slip of the pen.</summary>
    private const double MostOff = 0.05;

    /// <summary>With more than this, the other values are no better: the whole column is on another scale.</summary>
    private const double MostOffToUse = 0.2;

    private readonly List<string> remarks = [];

    /// <summary>The shares, which Spotify gives as 0 to 1.</summary>
    private static readonly AudioFeature[] Shares =
    [
        AudioFeature.Danceability, AudioFeature.Energy, AudioFeature.Speechiness, AudioFeature.Acousticness, AudioFeature.Instrumentalness,
        AudioFeature.Liveness, AudioFeature.Valence,
    ];

    /// <returns>One sentence for each column, or kind of columns, that readers should know of.</returns>
    public static IReadOnlyList<string> Judge(SongRows rows, SongSchema schema)
    {
        var scales = new ColumnScales(rows, schema);
        scales.Rescale();
        scales.TellEmpty();
        scales.TellOffScale();
        scales.TellImpossiblePopularity();
        scales.TakeOutOfRangeAsMissing();
        return scales.remarks;
    }

    private void Rescale()
    {
        var upToHundred = Shares.Where(feature => FactsOf(feature) is { Count: >= FewestValues, Min: >= 0, Max: <= 100, AboveOne: > 0 }).ToList();
        // Of a column that is mostly 0, such as instrumentalness, the others tell the scale.
        var percent = upToHundred.Exists(feature => FactsOf(feature) is var known && known.AboveOne * 2 > known.Count) ? upToHundred.FindAll(IsPercent) : [];
        Multiply(percent, 0.01, CleaningReason.PerCent, "0 to 100 and not 0 to 1: read as per cent");
        var duration = FactsOf(AudioFeature.DurationMs);
        // The shortest song has some seconds, and the longest some hours: a middle below this is in another unit.
        if (duration is { Count: >= FewestValues, Min: > 0 and < 3_600 } && Middle(AudioFeature.DurationMs) is var middle && middle < 3_600)
            Multiply(
                [AudioFeature.DurationMs], middle < 20 ? 60_000 : 1_000, CleaningReason.OtherUnit,
                middle < 20 ? "in minutes: read so" : "in seconds: read so");
        var popularity = rows.Popularity.FindAll(double.IsFinite);
        if (popularity.Count >= FewestValues && popularity.TrueForAll(value => value is >= 0 and <= 1) && popularity.Exists(value => value is > 0 and < 1))
        {
            Scale(rows.Popularity, 100);
            NoteAll(rows.Popularity, CleaningReason.PopularityAsShare, schema[SongColumn.Popularity]!);
            remarks.Add($"{schema[SongColumn.Popularity]} lies within 0 to 1 and not 0 to 100: multiplied by 100");
        }
        else if (popularity.Count >= FewestValues && popularity.TrueForAll(value => value is 0 or 1) && popularity.Distinct().Count() == 2)
        {
            remarks.Add($"{schema[SongColumn.Popularity]} is 0 or 1 and nothing else: if it says whether a song is a hit, name it as hit in a mapping");
        }
        else if (popularity.Count >= FewestValues && popularity.TrueForAll(value => value is >= 0 and <= 10) && popularity.Exists(value => value > 1))
        {
            remarks.Add($"{schema[SongColumn.Popularity]} is never above 10: is it on another scale than 0 to 100?");
        }
    }

    private bool IsPercent(AudioFeature feature) =>
        FactsOf(feature) is var known && (known.AboveOne * 2 > known.Count || (known.Max > 2 && feature is AudioFeature.Instrumentalness));

    private void TellEmpty()
    {
        var empty = Read().Where(feature => FactsOf(feature).Count == 0).ToList();
        if (empty.Count > 0 && rows.Count > 0)
            remarks.Add(
                $"{Names(empty)} {(empty.Count == 1 ? "has" : "have")} no value at all: models learn nothing from "
                    + $"{(empty.Count == 1 ? "it" : "them")}{(empty.Count >= Read().Count() - 1 ? ", and no audio is left" : "")}"
            );
    }

    private void TellOffScale()
    {
        foreach (var feature in Read())
        {
            var known = FactsOf(feature);
            if (known.Count >= FewestValues && known.OutOfRange > known.Count * MostOff)
                remarks.Add(
                    $"{schema.Audio[(int)feature]}: {known.OutOfRange} of {known.Count} values lie outside its documented range and "
                        + (IsOffScale(known) ? "the whole column is taken as missing" : "are taken as missing")
                        + "; is it in another unit, counted from another start, or standardised?");
            else if (feature is AudioFeature.Tempo && known.Count >= FewestValues && Middle(feature) is var tempo && tempo is < 30 or > 250)
                remarks.Add(
                    FormattableString.Invariant(
                        $"{schema.Audio[(int)feature]} has the middle {tempo:0.##}, but songs have some 120 beats per minute: is it in another unit?"
                    )
                );
            else if (feature is AudioFeature.Loudness && known.Count >= FewestValues && known.Min >= 0 && known.Max > known.Min)
                remarks.Add($"{schema.Audio[(int)feature]} is never below 0: decibels of songs are, mostly; models take it as it is");
        }
    }

    private static bool IsOffScale(ColumnFacts known) => known.Count >= FewestValues && known.OutOfRange > known.Count * MostOffToUse;

    private void TellImpossiblePopularity()
    {
        var (known, off) = (rows.Popularity.Count(double.IsFinite), rows.Popularity.Count(value => double.IsFinite(value) && value is < 0 or > 100));
        if (known >= FewestValues && off > known * MostOff)
            remarks.Add($"{schema[SongColumn.Popularity]}: {off} of {known} values lie outside 0 to 100; is it a rank, a count, or standardised?");
    }

    private void TakeOutOfRangeAsMissing()
    {
        var features = Read().ToArray();
        var isOff = Array.ConvertAll(Enum.GetValues<AudioFeature>(), feature => IsOffScale(FactsOf(feature)));
        for (var row = 0; row < rows.Count; row++)
        {
            List<string>? strange = null;
            foreach (var feature in features)
            {
                var values = CollectionsMarshal.AsSpan(rows.Audio(feature));
                if (isOff[(int)feature] ? double.IsNaN(values[row]) : AudioRanges.Hold(feature, values[row]))
                    continue;
                (strange ??= []).Add(FormattableString.Invariant($"{schema.Audio[(int)feature]} {values[row]}"));
                values[row] = double.NaN;
            }

            if (strange is not null)
                rows.Findings.Add(new RowFinding(row, CleaningReason.OutOfRange, string.Join(", ", strange)));
        }
    }

    private void Multiply(List<AudioFeature> features, double factor, CleaningReason reason, string how)
    {
        foreach (var feature in features)
        {
            Scale(rows.Audio(feature), factor);
            NoteAll(rows.Audio(feature), reason, schema.Audio[(int)feature]!);
        }

        if (features.Count > 0)
            remarks.Add($"{Names(features)} {(features.Count == 1 ? "is" : "are")} {how}");
    }

    private void NoteAll(List<double> values, CleaningReason reason, string column)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            if (!double.IsNaN(values[row]))
                rows.Findings.Add(new RowFinding(row, reason, column));
        }
    }

    private static void Scale(List<double> values, double factor)
    {
        foreach (ref var value in CollectionsMarshal.AsSpan(values))
            value = factor < 1 ? value / Math.Round(1 / factor) : value * factor;
    }

    private double Middle(AudioFeature feature) => Quantiles.Of(rows.Audio(feature).FindAll(value => !double.IsNaN(value)), 0.5);

    /// <summary>The features that the file has.</summary>
    private IEnumerable<AudioFeature> Read() => Enum.GetValues<AudioFeature>().Where(feature => schema.Audio[(int)feature] is not null);

    /// <summary>One pass over a column that makes nothing: files have millions of rows.</summary>
    private ColumnFacts FactsOf(AudioFeature feature)
    {
        var (count, least, most, aboveOne, outOfRange) = (0, double.PositiveInfinity, double.NegativeInfinity, 0, 0);
        if (schema.Audio[(int)feature] is null)
            return new ColumnFacts(count, least, most, aboveOne, outOfRange);
        foreach (var value in CollectionsMarshal.AsSpan(rows.Audio(feature)))
        {
            if (double.IsNaN(value))
                continue;
            count++;
            least = Math.Min(least, value);
            most = Math.Max(most, value);
            aboveOne += value > 1 ? 1 : 0;
            outOfRange += AudioRanges.Hold(feature, value) ? 0 : 1;
        }

        return new ColumnFacts(count, least, most, aboveOne, outOfRange);
    }

    private string Names(IEnumerable<AudioFeature> features) => string.Join(", ", features.Select(feature => schema.Audio[(int)feature]));

    /// <summary>Summary of the known values of a column.</summary>
    private readonly record struct ColumnFacts(int Count, double Min, double Max, int AboveOne, int OutOfRange);
}
