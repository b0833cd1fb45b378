using System.Globalization;
using HitSongs.Grading.Evidence;

namespace HitSongs.Grading.Expectations;

/// <summary>The checks that an expectation makes. Each is about one observation and fails where that is missing or of the wrong type.</summary>
/// <remarks>What is said of the expected value may name numbers, as they are drawn anew for every run, but not how to get there.</remarks>
public sealed class CheckList(Observed observed)
{
    private readonly List<CheckResult> results = [];

    public IReadOnlyList<CheckResult> Results => results;

    /// <summary>The observed numbers are the expected ones, each within a tolerance.</summary>
    /// <param name="name">What the rubric's criterion refers to.</param>
    /// <param name="observation">The name under which the demonstration observed it.</param>
    /// <param name="expected">Row by row.</param>
    /// <param name="tolerance">Largest difference of a number, 0 or more.</param>
    /// <param name="expectedInWords">Such as "the gradient of the loss".</param>
    public void Near(string name, string observation, IReadOnlyList<double> expected, double tolerance, string expectedInWords)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tolerance);
        var seen = observed.Numbers(observation);
        var shown = $"{expectedInWords}: {Shown(expected)}";
        if (seen.Count != expected.Count)
        {
            Add(name, observation, holds: false, shown, $"{seen.Count} numbers instead of {expected.Count}: {Shown(seen)}");
            return;
        }

        var wrong = Enumerable.Range(0, expected.Count).FirstOrDefault(i => !IsNear(seen[i], expected[i], tolerance), -1);
        var where = wrong > 0 ? $", of which number {wrong + 1} is {Shown(seen[wrong])} instead of {Shown(expected[wrong])}" : "";
        Add(name, observation, wrong < 0, shown, Shown(seen) + where);
    }

    /// <summary>The observed number is the expected one within a tolerance.</summary>
    public void Near(string name, string observation, double expected, double tolerance, string expectedInWords) =>
        Near(name, observation, [expected], tolerance, expectedInWords);

    /// <summary>The observed text is the expected one, sign by sign.</summary>
    public void Equal(string name, string observation, string expected, string expectedInWords)
    {
        var seen = observed.Text(observation);
        Add(name, observation, seen == expected, $"{expectedInWords}: \"{expected}\"", $"\"{Observed.Shortened(seen)}\"");
    }

    /// <summary>The observation is true or false as expected.</summary>
    public void Equal(string name, string observation, bool expected, string expectedInWords)
    {
        var seen = observed.Flag(observation);
        Add(name, observation, seen == expected, $"{expectedInWords}: {Shown(expected)}", Shown(seen));
    }

    /// <summary>The observation is the expected list of true and false, in order.</summary>
    public void Equal(string name, string observation, IReadOnlyList<bool> expected, string expectedInWords)
    {
        var seen = observed.Flags(observation);
        Add(name, observation, seen.SequenceEqual(expected), $"{expectedInWords}: {Shown(expected)}", Shown(seen));
    }

    /// <summary>The observation is the expected list of texts, in order and sign by sign.</summary>
    public void Equal(string name, string observation, IReadOnlyList<string> expected, string expectedInWords)
    {
        var seen = observed.Texts(observation);
        Add(name, observation, seen.SequenceEqual(expected), $"{expectedInWords}: {Shown(expected)}", Shown(seen));
    }

    /// <summary>The observed whole numbers, such as a shape or token ids, are exactly the expected ones.</summary>
    public void Equal(string name, string observation, IReadOnlyList<long> expected, string expectedInWords) =>
        Near(name, observation, [.. expected.Select(number => (double)number)], tolerance: 0, expectedInWords);

    /// <summary>Something holds of an observation.</summary>
    /// <param name="condition">Counts as false where the observation is missing or was read as another type than it has.</param>
    public void True(string name, string observation, bool condition, string expectedInWords) =>
        Add(name, observation, condition, expectedInWords, observed.Shown(observation));

    private void Add(string name, string observation, bool holds, string expected, string seen)
    {
        var fault = observed.Fault(observation);
        results.Add(new CheckResult(name, holds && fault is null, expected, fault ?? seen, observed.Line(observation)));
    }

    private static bool IsNear(double seen, double expected, double tolerance) => seen.Equals(expected) || Math.Abs(seen - expected) <= tolerance;

    private static string Shown(bool value) => value ? "true" : "false";

    private static string Shown(IReadOnlyList<bool> values) => $"[{string.Join(", ", values.Select(Shown))}]";

    private static string Shown(IReadOnlyList<string> texts) => $"[{Observed.Shortened(string.Join(", ", texts))}]";

    private static string Shown(double value) => value.ToString("G7", CultureInfo.InvariantCulture);

    private static string Shown(IReadOnlyList<double> values)
    {
        const int most = 6;
        var first = string.Join(", ", values.Take(most).Select(Shown));
        return values.Count == 1 ? first : $"[{first}{(values.Count > most ? ", \u2026" : "")}]";
    }
}
