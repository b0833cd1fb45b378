using System.Globalization;

namespace HitSongs.Benchmarks.Whole;

/// <summary>RESULTS.md.</summary>
internal static class ResultsPage
{
    /// <param name="parts">Those that were asked for; none for all.</param>
    /// <param name="machine">What it was measured on, and how busy that was.</param>
    public static string Of(IReadOnlyList<Figure> figures, IReadOnlyList<string> parts, string commit, string machine) => string.Join('\n', [
        "# Figures of the whole",
        "",
        $"Written by `{string.Join(' ', parts.Prepend("dotnet run --project tests/HitSongs.Benchmarks -- all"))}`,",
        "after `dotnet build`; CPU is user and system time of all processes, start and end of .NET included.",
        "Figures with peers in Python have verbs of their own (`torch`, `tokenizers`, `songs`, `pipeline`). The agreement on answers that are held out is",
        "told by `hitsongs rubric check --samples --held-out`, and by nothing that is run while anything is tuned.",
        "",
        $"{DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC, commit {commit}, {machine}.",
        "",
        "| what | figure | command |",
        "| --- | --- | --- |",
        .. figures.Select(figure => $"| {figure.What} | {figure.Value} | `{figure.Command.Replace("|", "\\|", StringComparison.Ordinal)}` |"),
        "",
    ]);
}
