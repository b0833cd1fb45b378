namespace HitSongs.Tests.Submissions;

/// <summary>The smallest question with a demonstration: two points for the sum of three drawn numbers.</summary>
internal static class SumQuestion
{
    public const string Header = "using static HitSongs.Demonstrations.Demonstration;\n";

    /// <summary>A program that earns the points.</summary>
    public const string Right = Header + "Observe(\"sum\", Input<double[]>(\"x\").Sum());\n";

    private const string Expectation = """
        using System.Text.Json.Nodes;
        using HitSongs.Grading.Expectations;

        internal sealed class SumExpectation : Expectation
        {
            public override JsonObject Draw(System.Random random) => new() { ["x"] = new JsonArray(random.NextDouble(), random.NextDouble(), random.NextDouble()) };

            public override void Check(JsonObject inputs, Observed observed, CheckList checks) =>
                checks.Near("sum", "sum", inputs["x"]!.AsArray().Sum(number => (double)number!), 1e-9, "the sum");
        }
        """;

    /// <summary>Writes a rubric that asks it once for each name.</summary>
    /// <param name="folder">The rubric's.</param>
    /// <param name="section">The section's id.</param>
    /// <param name="criteria">More criteria, a line of YAML each.</param>
    public static void WriteRubric(string folder, string section, IEnumerable<string> names, params IReadOnlyList<string> criteria)
    {
        Directory.CreateDirectory(Path.Combine(folder, section));
        File.WriteAllText(Path.Combine(folder, "rubric.yaml"), $"title: Sums\npassMark: 0.5\nsections:\n  - {{id: {section}, title: Sums}}\n");
        foreach (var name in names)
        {
            File.WriteAllText(Path.Combine(folder, section, $"{name}.yaml"), $"""
                title: The sum ({name})
                prompt: Observe the sum of x.
                demonstration: {"{timeout: 8, memory: 768}"}
                criteria:
                  - {"{id: sum, kind: demonstration, points: 2, check: sum}"}
                {string.Concat(criteria.Select(line => $"  - {line}\n"))}
                """);
            File.WriteAllText(Path.Combine(folder, section, $"{name}.cs"), Expectation);
        }
    }
}
