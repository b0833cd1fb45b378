using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Reporting.Charts;

namespace HitSongs.Reporting.Rendering;

/// <summary>Draws charts with Vega-Lite in one Node process.</summary>
public static class ChartRenderer
{
    private const double Scale = 2;

    /// <summary>The file that makes drawings interactive in a page: Vega and the worker's own part of it in one.</summary>
    private const string PageScript = "page.js";

    private static readonly NodePackages Worker = new(
        "chart",
        Path.Combine(AppContext.BaseDirectory, "Reporting", "worker"),
        ["package.json", "package-lock.json", "page.mjs", "text.mjs", "tooltip.mjs", "worker.mjs"],
        Builds: true);

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>Draws all charts; where that is impossible, says why instead of throwing.</summary>
    /// <param name="cacheDirectory">Where the Node packages are kept between runs, installed there on first use; made if it is missing.</param>
    /// <param name="tell">Told where an installation begins; null for standard error.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> was cancelled.</exception>
    public static async Task<RenderedCharts> RenderAsync(IReadOnlyList<Chart> charts, string cacheDirectory, CancellationToken cancellation, Action<string>? tell = null)
    {
        if (charts.Count == 0)
        {
            return new RenderedCharts(new Dictionary<string, RenderedChart>(), null);
        }

        try
        {
            return await DrawAsync(charts, cacheDirectory, tell ?? Console.Error.WriteLine, cancellation);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or TimeoutException or JsonException)
        {
            return RenderedCharts.None(problem.Message);
        }
    }

    private static async Task<RenderedCharts> DrawAsync(IReadOnlyList<Chart> charts, string cacheDirectory, Action<string> tell, CancellationToken cancellation)
    {
        if (await Tool.RunAsync("node", ["--version"], ".", "", Limit, cancellation) is null)
        {
            return RenderedCharts.None("Node is not installed (Debian: apt-get install nodejs npm)");
        }

        if (await Fonts.FindAsync(cancellation) is not { } fonts)
        {
            return RenderedCharts.None("no fonts were found (Debian: apt-get install fontconfig fonts-dejavu-core)");
        }

        var (folder, problem) = await Worker.EnsureAsync(cacheDirectory, tell, cancellation);
        if (folder is null)
        {
            return RenderedCharts.None(problem!);
        }

        var kept = new KeptDrawings(Path.Combine(cacheDirectory, "drawn"), Path.GetFileName(folder));
        var requests = charts.Select(chart => Request(chart, fonts)).ToList();
        var answers = requests.ConvertAll(kept.Find);
        var missing = Enumerable.Range(0, requests.Count).Where(i => answers[i] is null).ToList();
        if (missing.Count > 0)
        {
            var result = await Tool.RunAsync("node", ["worker.mjs"], folder, string.Concat(missing.Select(i => requests[i] + "\n")), Limit, cancellation);
            var lines = result!.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            if (result.ExitCode != 0 || lines.Length != missing.Count)
            {
                return RenderedCharts.None("the chart worker failed: " + result.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("no reason given"));
            }

            foreach (var (i, line) in missing.Zip(lines))
            {
                answers[i] = line;
                if (!line.Contains("\"error\":", StringComparison.Ordinal))
                {
                    kept.Keep(requests[i], line);
                }
            }

            kept.Limit();
        }

        return Read(answers.OfType<string>()) with { Script = await File.ReadAllTextAsync(Path.Combine(folder, PageScript), cancellation) };
    }

    private static string Request(Chart chart, Fonts fonts) => new JsonObject
    {
        ["id"] = chart.Id,
        ["spec"] = chart.Spec.DeepClone(),
        ["fonts"] = new JsonArray([.. fonts.Files.Select(file => JsonValue.Create(file))]),
        ["fontBytes"] = fonts.Files.Sum(file => new FileInfo(file).Length),
        ["family"] = fonts.Family,
        ["scale"] = Scale,
    }.ToJsonString();

    private static RenderedCharts Read(IEnumerable<string> answers)
    {
        var drawn = new Dictionary<string, RenderedChart>();
        var problems = new StringBuilder();
        foreach (var line in answers)
        {
            var answer = JsonNode.Parse(line)!;
            var id = (string)answer["id"]!;
            if ((string?)answer["error"] is { } error)
            {
                problems.Append(problems.Length == 0 ? "" : "; ").Append($"chart {id}: {error}");
            }
            else
            {
                drawn[id] = new RenderedChart((string)answer["svg"]!, Convert.FromBase64String((string)answer["png"]!), answer["vega"]!.DeepClone().AsObject());
            }
        }

        return new RenderedCharts(drawn, problems.Length == 0 ? null : problems.ToString());
    }
}
