using System.Collections.Frozen;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Criteria;

/// <summary>Every kind of criterion: its word in the YAML and what reads it.</summary>
internal static class CriterionKinds
{
    private static readonly FrozenDictionary<string, Func<CriterionSource, Criterion>> Readers = new Dictionary<string, Func<CriterionSource, Criterion>>
    {
        ["concept"] = ConceptCriterion.Read,
        ["misconception"] = MisconceptionCriterion.Read,
        ["choice"] = ChoiceCriterion.Read,
        ["structure"] = StructureCriterion.Read,
        ["demonstration"] = DemonstrationCriterion.Read,
        ["model"] = ModelCriterion.Read,
        ["metric"] = MetricCriterion.Read,
        ["claim"] = ClaimCriterion.Read,
        ["figure"] = FigureCriterion.Read,
        ["manual"] = ManualCriterion.Read,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">The criterion is not written as its kind demands.</exception>
    public static Criterion Read(CriterionSource source)
    {
        if (Readers.TryGetValue(source.Kind, out var read))
        {
            return read(source);
        }

        var line = (int)source.Node.Start.Line;
        throw source.Kind.Length == 0
            ? new InvalidInputException(source.File, line, "the criterion has no `kind`", $"Add `kind:` with one of {string.Join(", ", Readers.Keys.Order())}")
            : new InvalidInputException(
                source.File,
                line,
                $"the kind `{source.Kind}` is not known",
                Nearest.Suggestion(source.Kind, [.. Readers.Keys.Order()])
            );
    }
}
