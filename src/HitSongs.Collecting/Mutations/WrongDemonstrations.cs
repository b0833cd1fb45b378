using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Expectations;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Mutations;
using HitSongs.Grading.Rubrics;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Collecting.Mutations;

/// <summary>Demonstrations that observed something else than they must have: values of another run, and changed values.</summary>
/// <param name="loader">Compiles the expectations.</param>
/// <param name="songs">What analyses are given a part of; null where there are none.</param>
internal sealed class WrongDemonstrations(ExpectationLoader loader, IReadOnlyList<LabelledSong>? songs)
{
    private const int Replays = 4;

    /// <param name="right">Evidence of a demonstration that completed; without one there are no cases.</param>
    /// <param name="seed">What the submission's inputs were drawn from.</param>
    public async Task<IReadOnlyList<KnownCase>> OfAsync(Question question, QuestionEvidence right, long seed, CancellationToken cancel)
    {
        if (right.Demonstration is not { Program.Outcome: RunOutcome.Completed } run || question.ExpectationPath is not { } path)
        {
            return [];
        }

        var loaded = await loader.LoadAsync(path, cancel);
        var own = SubmissionCollector.SeedOf(seed, question.Id);
        var checks = question.Criteria.Where(criterion => criterion.Needs.Check is not null).ToList();
        List<(string Name, int Drawn, IReadOnlyList<Observation> Observations)> wrong =
        [
            ("observations with every value changed", own, Changed(run.Observations, _ => true)),
            .. Enumerable.Range(1, Replays).Select(replay => ($"observations of another run, {replay}", own + replay, run.Observations)),
            .. run.Observations.Select(one => ($"`{one.Name}` changed", own, Changed(run.Observations, other => other == one))),
        ];
        var cases = new List<KnownCase>();
        foreach (var (name, drawn, observations) in wrong)
        {
            cases.Add(await CaseAsync(name, drawn, observations));
        }

        return cases;

        async Task<KnownCase> CaseAsync(string name, int drawn, IReadOnlyList<Observation> observations)
        {
            var results = await loaded.CheckAsync(await InputsOfAsync(question, loaded, drawn, cancel), observations, cancel);
            var failed = results.Where(result => !result.Holds).Select(result => result.Name).ToHashSet(StringComparer.Ordinal);
            return new(
                name,
                right with { Demonstration = run with { Checks = results } },
                checks.Where(criterion => failed.Contains(criterion.Needs.Check!)).ToDictionary(criterion => criterion.Id, _ => false, StringComparer.Ordinal),
                IsProse: false);
        }
    }

    private async Task<JsonObject> InputsOfAsync(Question question, LoadedExpectation loaded, int seed, CancellationToken cancel)
    {
        var (inputs, _) = await loaded.DrawAsync(seed, cancel);
        if (question.Demonstration!.Songs && songs is not null)
        {
            inputs["songs"] = JsonSerializer.SerializeToNode(DrawnSongs.Of(songs, seed), Protocol.Json);
        }

        return inputs;
    }

    private static IReadOnlyList<Observation> Changed(IReadOnlyList<Observation> observations, Func<Observation, bool> which) =>
        [.. observations.Select(one => which(one) ? one with { Value = Other(one.Value) } : one)];

    /// <summary>A value of the same form that is not the same: another number, the other truth, other words.</summary>
    private static JsonNode? Other(JsonNode? value) => value switch
    {
        JsonArray list => new JsonArray([.. list.Select(Other)]),
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Other(pair.Value)))),
        JsonValue one when one.TryGetValue<bool>(out var truth) => JsonValue.Create(!truth),
        JsonValue one when one.GetValueKind() == JsonValueKind.Number => JsonValue.Create((one.GetValue<double>() * 1.5) + 1),
        JsonValue one when one.TryGetValue<string>(out var text) => JsonValue.Create(text + " other"),
        _ => JsonValue.Create(1),
    };
}
