using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Pipeline.Explanation;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Cli.Commands;

/// <summary>Prints a study: tables for people, or JSON.</summary>
internal static class ExplainOutput
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase), new UndefinedNumbers() },
    };

    public static string Json(SongStudy study) => JsonSerializer.Serialize(study, Options);

    public static void Write(SongStudy study, TextWriter output)
    {
        output.WriteLine($"{study.Card.Name}: {study.Card.RowsUsed} songs, {study.Card.Hits} hits{(study.Card.Synthetic ? " (synthetic)" : "")}");
        foreach (var remark in study.Card.Remarks)
            output.WriteLine($"NOTE {remark.ReplaceLineEndings(" ")}");
        if (study.Importance is { } importance)
        {
            Importance(importance.Audio, "audio alone", output);
            Importance(importance.WithGenre, "with genre and subgenre", output);
            ByGenre(importance.ByGenre, output);
        }
        else
        {
            output.WriteLine(
                $"\nNo model, and so no importance of features: that takes hits as well as other songs, of {SongStudy.FewestArtists} artists or more."
            );
        }

        Release(study.Release, output);
        Ranges(study.Ranges, output);
        foreach (var conclusion in study.Conclusions)
            output.WriteLine(
                $"\n{conclusion.Question}\n  {conclusion.Statement}\n  But: {conclusion.Caveat}\n  What would overturn it: {conclusion.Overturned}"
            );
    }

    private static void Importance(IReadOnlyList<FeatureImportance> features, string told, TextWriter output)
    {
        output.WriteLine(
            $"\nLoss of area under the ROC curve when a feature is shuffled, {told}\n{"feature",-18}{"loss",8}  "
                + $"{"95 % interval",-18}{"SHAP",7}{"direction",11}"
        );
        foreach (var feature in features)
            output.WriteLine(
                $"{feature.Feature,-18}{Number(feature.Drop.Value),8}  "
                    + $"{Interval(feature.Drop),-18}{Number(feature.Contribution),7}{Number(feature.Direction),11}"
            );
    }

    private static void ByGenre(IReadOnlyList<FeatureImportance> features, TextWriter output)
    {
        output.WriteLine("\nThe three features that cost most, within genres, audio alone");
        foreach (var genre in features.GroupBy(feature => feature.Genre))
        {
            var most = genre.OrderByDescending(f => f.Drop.Value).Take(3).Select(f => $"{f.Feature} {Number(f.Drop.Value)} ({Interval(f.Drop)})");
            output.WriteLine($"{genre.Key,-18}{string.Join("; ", most)}");
        }
    }

    private static void Release(ReleaseStudy study, TextWriter output)
    {
        output.WriteLine(
            $"\nPopularity by month and season of release ({study.YearOnly} songs without a full "
                + $"date)\n{"dates",-58}{"",-8}{"songs",6}{"p",8}{"effect",8}{"within playlist and year",26}"
        );
        foreach (var test in study.Overall)
            output.WriteLine(
                $"{test.Subset.Description,-58}{test.Period.ToString().ToLowerInvariant(),-8}{test.Popularity.Count,6}"
                    + $"{Number(test.Popularity.P),8}{Number(test.Popularity.Effect.Value),8}{Number(test.Stratified.P),26}"
            );
        output.WriteLine($"\n{"season",-10}{"songs",7}{"hits",7}{"share",8}{"median popularity",20}");
        foreach (var season in study.Periods.Where(period => period.Period is ReleasePeriod.Season))
            output.WriteLine($"{season.Name,-10}{season.Songs,7}{season.Hits,7}{Number(season.HitShare),8}{Number(season.MedianPopularity),20}");
    }

    private static void Ranges(RangeStudy study, TextWriter output)
    {
        output.WriteLine(
            $"\nQuartiles of hits and of others; delta above 0: hits have more\n{"",-14}{"feature",-18}{"hits",-26}{"others",-26}{"delta",7}{"q",8}"
        );
        foreach (var range in study.Overall.Concat(study.ByGenre.Where(range => range.Difference.Q < 0.05)))
        {
            output.WriteLine($"{range.Genre ?? "all genres",-14}{AudioColumns.Names[(int)range.Feature],-18}{Band(range.Hits),-26}{Band(range.Others),-26}"
                + $"{Number(range.Difference.Effect.Value),7}{Number(range.Difference.Q ?? double.NaN),8}");
        }

        output.WriteLine($"\nShare of pairs of one playlist in which the hit has more ({study.SongsInCells} songs in {study.Cells} playlists)");
        foreach (var (test, name) in study.WithinCells.Zip(AudioColumns.Names))
            output.WriteLine(
                $"{name,-18}{Number(test.Effect.Value),7}  "
                    + $"{Interval(new Estimate(test.Effect.Value, test.Effect.Low, test.Effect.High)),-18}{Number(test.Q ?? double.NaN),8}"
            );
    }

    private static string Band(HitBand band) => $"{Number(band.Quartile1.Value)} {Number(band.Median.Value)} {Number(band.Quartile3.Value)}";

    private static string Interval(Estimate estimate) => double.IsNaN(estimate.Low) ? "" : $"{Number(estimate.Low)} to {Number(estimate.High)}";

    private static string Number(double value) =>
        double.IsNaN(value) ? "" : value.ToString(Math.Abs(value) >= 1000 ? "0" : Math.Abs(value) >= 10 ? "0.0" : "0.000", CultureInfo.InvariantCulture);

    /// <summary>JSON has no NaN: what is undefined is null.</summary>
    private sealed class UndefinedNumbers : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options)
        {
            if (double.IsFinite(value))
                writer.WriteNumberValue(value);
            else
                writer.WriteNullValue();
        }
    }
}
