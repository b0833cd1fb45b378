using System.Runtime.CompilerServices;
using System.Text.Json;
using HitSongs.Pipeline.Analysis;
using HitSongs.Studies;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Analysis;

/// <summary>Every statistic beside what SciPy computes; make_expectations.py wrote the figures down.</summary>
public sealed class StatisticsTests
{
    public sealed record Expectation(string Kind, IReadOnlyList<double[]> Inputs, IReadOnlyDictionary<string, double?> Expected)
    {
        public override string ToString() => $"{Kind} of {string.Join(" and ", Inputs.Select(input => input.Length))} values, {Inputs[0][0]:G4}";
    }

    private sealed record ExpectationFile(string Scipy, Expectation[] Cases);

    public static IEnumerable<Expectation> Cases()
    {
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "expectations.json"));
        return JsonSerializer.Deserialize<ExpectationFile>(text, JsonSerializerOptions.Web)!.Cases;
    }

    [TestCaseSource(nameof(Cases))]
    public void A_statistic_is_what_SciPy_computes(Expectation expectation)
    {
        var observed = Observe(expectation.Kind, [.. expectation.Inputs]);

        Assert.That(expectation.Expected.Keys, Is.SubsetOf(observed.Keys));
        foreach (var (name, expected) in expectation.Expected)
        {
            // Both sides sum in another order and take tails from another library: nine digits are what both promise.
            Assert.That(observed[name], expected is null ? Is.NaN : Is.EqualTo(expected.Value).Within(1e-9 * Math.Max(1e-3, Math.Abs(expected.Value))), name);
            if (name == "p" && expected is > 0)
                Assert.That(observed[name] / expected.Value, Is.EqualTo(1).Within(1e-7), "small p-values are right in their digits too");
        }
    }

    [Test]
    public void Every_kind_of_statistic_has_expectations() =>
        Assert.That(Cases().Select(c => c.Kind).Distinct(), Is.EquivalentTo(new[]
        {
            "pearson", "spearman", "point-biserial", "mann-whitney", "kruskal-wallis", "chi-squared", "distribution",
            "benjamini-hochberg",
        }));

    private static Dictionary<string, double> Observe(string kind, IReadOnlyList<double[]> inputs) => kind switch
    {
        "pearson" => Figures(Correlation.Pearson(inputs[0], inputs[1], "")),
        "spearman" => Figures(Correlation.Spearman(inputs[0], inputs[1], "")),
        "point-biserial" => Figures(Correlation.PointBiserial(inputs[0].Select(value => value == 1).ToArray(), inputs[1], "")),
        "mann-whitney" => Figures(RankTests.MannWhitney(inputs[0], inputs[1], "")),
        "kruskal-wallis" => Figures(RankTests.KruskalWallis(inputs, "")),
        "chi-squared" => Figures(TableTests.ChiSquared(inputs.Select(row => row.Select(count => (int)count).ToArray()).ToArray(), "")),
        "distribution" => Figures(Distribution.Of(inputs[0])),
        "benjamini-hochberg" => Compared(FalseDiscovery.Adjust(inputs[0]), inputs[1]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No statistic of this name."),
    };

    private static Dictionary<string, double> Compared(double[] observed, double[] expected)
    {
        Assert.That(observed, Is.EqualTo(expected).Within(1e-14));
        return [];
    }

    private static Dictionary<string, double> Figures(StatisticalTest test) => new(StringComparer.Ordinal)
    {
        ["statistic"] = test.Statistic,
        ["p"] = test.P,
        ["df"] = test.DegreesOfFreedom ?? double.NaN,
        ["effect"] = test.Effect.Value,
        ["low"] = test.Effect.Low,
        ["high"] = test.Effect.High,
    };

    private static Dictionary<string, double> Figures(Distribution column) => new(StringComparer.Ordinal)
    {
        ["mean"] = column.Mean,
        ["deviation"] = column.StandardDeviation,
        ["skewness"] = column.Skewness,
        ["q05"] = column.Low,
        ["q25"] = column.Quartile1,
        ["median"] = column.Median,
        ["q75"] = column.Quartile3,
        ["q95"] = column.High,
        ["outliers"] = column.Outliers,
        ["distinct"] = column.Distinct,
    };

    private static string Here([CallerFilePath] string path = "") => path;
}
