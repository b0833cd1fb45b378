using System.Globalization;
using HitSongs.Pipeline.Analysis;
using HitSongs.Songs;

namespace HitSongs.Cli.Commands.Data;

/// <summary>Prints figures as text.</summary>
internal static class DataTable
{
    public static void Print(DataCard card)
    {
        var threshold = double.IsNaN(card.HitThreshold) ? "as the files label them" : Invariant($"popularity {card.HitThreshold:0} or more");
        Console.Out.WriteLine($"{card.Name}: {card.RowsRead} rows read, {card.RowsUsed} songs used, {card.Hits} hits ({threshold})");
        foreach (var remark in card.Remarks)
            Console.Out.WriteLine($"  NOTE {Shown(remark)}");
        foreach (var action in card.Actions)
            Console.Out.WriteLine($"  {action.Count,6} {action.Effect.ToString().ToLowerInvariant(),-8} {action.Reason}: {action.Description}");
    }

    public static void Print(SongSummary summary)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine(
            $"{"column",-18}{"songs",9}{"missing",9}{"mean",12}{"sd",12}{"skew",9}{"min",12}{"5 %",12}"
                + $"{"25 %",12}{"median",12}{"75 %",12}{"95 %",12}{"max",12}{"outliers",10}"
        );
        foreach (var column in summary.Columns)
        {
            var all = column.All;
            Console.Out.WriteLine(
                $"{column.Column,-18}{all.Count,9}{all.Missing,9}{Figure(all.Mean),12}{Figure(all.StandardDeviation),12}"
                    + $"{Figure(all.Skewness),9}{Figure(all.Minimum),12}{Figure(all.Low),12}"
                    + $"{Figure(all.Quartile1),12}{Figure(all.Median),12}{Figure(all.Quartile3),12}"
                    + $"{Figure(all.High),12}{Figure(all.Maximum),12}{all.Outliers,10}"
            );
        }

        Console.Out.WriteLine();
        foreach (var genre in summary.Genres)
        {
            var name = genre.Genre.Length == 0 ? "(no genre)" : Shown(genre.Genre);
            Console.Out.WriteLine(Invariant($"  {genre.Songs,7} songs, {100.0 * genre.Hits / genre.Songs,5:0.0} % hits: {name}"));
        }
    }

    public static void Print(TestFamily family)
    {
        Console.Out.WriteLine();
        Console.Out.WriteLine($"{family.Question} ({family.Tests.Count} tests, q by Benjamini-Hochberg)");
        foreach (var test in family.Tests)
        {
            var degrees = test.DegreesOfFreedom is { } df ? $", df {Figure(df)}" : "";
            var interval = double.IsNaN(test.Effect.Low) ? "" : $" [{Figure(test.Effect.Low)}, {Figure(test.Effect.High)}]";
            Console.Out.WriteLine(
                double.IsNaN(test.P)
                    ? $"  {Shown(test.Subject)}: {test.Name} cannot be computed of {test.Count} songs"
                    : $"  {Shown(test.Subject)}: {test.Name} n {test.Count}, statistic {Figure(test.Statistic)}{degrees}, p {Figure(test.P)}, q "
                        + $"{Figure(test.Q ?? double.NaN)}, {test.Effect.Measure} {Figure(test.Effect.Value)}{interval}"
            );
        }
    }

    /// <summary>Names come from files: control characters would reach the terminal.</summary>
    private static string Shown(string text) => string.Concat(text.Select(character => char.IsControl(character) ? '\uFFFD' : character));

    private static string Figure(double value) => double.IsFinite(value) ? value.ToString("G4", CultureInfo.InvariantCulture) : "-";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
