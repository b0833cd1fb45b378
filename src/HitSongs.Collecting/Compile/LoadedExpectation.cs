using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Expectations;

namespace HitSongs.Collecting.Compile;

/// <summary>An expectation that can be asked; what it throws is told as a fault of the rubric.</summary>
/// <param name="file">How messages name its source.</param>
/// <param name="sha256">Of its source, lower-case hex.</param>
internal sealed class LoadedExpectation(Expectation expectation, string file, string sha256)
{
    public string Sha256 => sha256;

    /// <summary>Draws inputs, and gives them the form that the demonstration will see: numbers are numbers, whatever type drew them.</summary>
    public JsonObject Draw(int seed) =>
        Guarded(() => JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(expectation.Draw(new Random(seed)), Protocol.Json))!.AsObject());

    /// <summary>The part of drawn inputs that the demonstration is given.</summary>
    public JsonObject Given(JsonObject inputs) =>
        new(inputs.Where(input => !expectation.Withheld.Contains(input.Key)).Select(input => KeyValuePair.Create(input.Key, input.Value?.DeepClone())));

    public IReadOnlyList<CheckResult> Check(JsonObject inputs, IReadOnlyList<Observation> observations)
    {
        var observed = new Observed(observations);
        var checks = new CheckList(observed);
        return Guarded(() =>
        {
            expectation.Check(inputs, observed, checks);
            return checks.Results;
        });
    }

    private T Guarded<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new InvalidInputException(
                file,
                null,
                $"the expectation threw {e.GetType().Name}: {e.Message.TrimEnd('.')}",
                "Mend it: it must take whatever a demonstration hands back",
                e
            );
        }
    }
}
