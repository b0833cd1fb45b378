using System.Text.Json.Nodes;
using HitSongs.Collecting.Expectations;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>Which names each check of a question looks at, so that a value that is missing fails on the candidate's side the checks it fails on the
/// evaluator's, and no others.</summary>
internal static class CheckedNames
{
    /// <param name="inputs">Drawn for the demonstration, songs included; what is looked at may depend on them.</param>
    /// <returns>In the order of the question's checks; all names of the prompt where a check does not tell which it needs.</returns>
    public static async Task<IReadOnlyList<(string Check, IReadOnlyList<string> Names)>> OfAsync(
        Question question, LoadedExpectation expectation, IReadOnlyList<JsonObject> inputs, CancellationToken cancel)
    {
        var names = ObservedNames.In(question.Prompt);
        var missed = new List<(string Check, string Seen)>();
        foreach (var drawn in inputs)
        {
            // Shown nothing, it tells of each check what it misses, and by that nothing of the values.
            missed.AddRange((await expectation.CheckAsync(drawn, [], cancel)).Where(check => !check.Holds).Select(check => (check.Name, check.Seen)));
        }

        return [.. question.Checks.Select(check => (check, Of(check)))];

        IReadOnlyList<string> Of(string check)
        {
            var seen = missed.Where(one => one.Check == check).Select(one => one.Seen).ToList();
            List<string> needed = [.. names.Where(name => seen.Exists(text => text.Contains($"\"{name}\"", StringComparison.Ordinal)))];
            return needed.Count > 0 ? needed : names;
        }
    }
}
