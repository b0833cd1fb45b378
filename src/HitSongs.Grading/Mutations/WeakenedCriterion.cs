using HitSongs.Grading.Criteria;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Tuning;

namespace HitSongs.Grading.Mutations;

/// <summary>A question of which one criterion no longer does its work.</summary>
/// <param name="Criterion">Its id.</param>
/// <param name="How">What was done to it, such as "counterexamples dropped".</param>
/// <param name="Question">The question with the weakened criterion.</param>
internal sealed record WeakenedCriterion(string Criterion, string How, Question Question)
{
    /// <summary>Every way in which a criterion is weakened; none for one that waits for a person.</summary>
    public static IEnumerable<WeakenedCriterion> All(Question question, Criterion criterion)
    {
        if (criterion is ManualCriterion)
        {
            return [];
        }

        WeakenedCriterion[] always =
        [
            With(GenerousWord(criterion), new FixedCriterion(criterion, 1)),
            With("removed", new FixedCriterion(criterion, 0)),
        ];
        return [.. always, .. OfItsKind()];

        WeakenedCriterion With(string how, Criterion changed) => new(criterion.Id, how, question.With(changed));

        IEnumerable<WeakenedCriterion> OfItsKind() => criterion switch
        {
            ConceptCriterion or MisconceptionCriterion => Deaf(question, criterion),
            ChoiceCriterion choice => [With("key changed", choice with { Correct = OtherLetter(choice) })],
            MetricCriterion metric => Thresholds(metric).Select(weak => With(weak.How, weak.Criterion)),
            ClaimCriterion claim => [With("tolerance ten times as wide", claim with { Tolerance = claim.Tolerance > 0 ? claim.Tolerance * 10 : 10 })],
            FigureCriterion figure => [With("tolerance ten times as wide", figure with { Tolerance = figure.Tolerance > 0 ? figure.Tolerance * 10 : 10 })],
            StructureCriterion structure => Forms(structure).Select(weak => With(weak.How, weak.Criterion)),
            _ => [],
        };
    }

    private static string GenerousWord(Criterion criterion) => criterion switch
    {
        DemonstrationCriterion => "expectation made constant",
        MisconceptionCriterion => "misconception removed",
        _ => "always passes",
    };

    // Without what was learnt from counterexamples, or without the patterns of the contrary.
    private static IEnumerable<WeakenedCriterion> Deaf(Question question, Criterion criterion)
    {
        if (question.Weights is { } weights && weights.Heads.TryGetValue(criterion.Id, out var head))
        {
            var deaf = new Dictionary<string, ReadingHead>(weights.Heads, StringComparer.Ordinal)
            {
                [criterion.Id] = head with { Opposes = new byte[head.Opposes.Length], OpposesBias = -50 },
            };
            yield return new(criterion.Id, "counterexamples dropped", question with { Weights = weights with { Heads = deaf } });
        }
        else if (criterion is ConceptCriterion { Idea: { Contradicted: not null } idea } concept)
        {
            yield return new(criterion.Id, "contrary no longer looked for", question.With(concept with { Idea = idea with { Contradicted = null } }));
        }
        else if (criterion is ConceptCriterion { Idea: { SkipsDenied: true, Match: not null } plain } other)
        {
            yield return new(criterion.Id, "denials no longer looked for", question.With(other with { Idea = plain with { SkipsDenied = false } }));
        }
    }

    private static string OtherLetter(ChoiceCriterion choice) => choice.Correct == "a" ? "b" : "a";

    private static IEnumerable<(string How, Criterion Criterion)> Thresholds(MetricCriterion metric)
    {
        if (metric.AtLeast is not null)
        {
            yield return ("threshold `atLeast` taken away", metric with { AtLeast = null, PartialFrom = null });
        }

        if (metric.AtMost is not null)
        {
            yield return ("threshold `atMost` taken away", metric with { AtMost = null, PartialFrom = null });
        }
    }

    private static IEnumerable<(string How, Criterion Criterion)> Forms(StructureCriterion structure)
    {
        if (structure.Words.Least is not null)
        {
            yield return ("fewest words taken away", structure with { Words = structure.Words with { Least = null } });
        }

        if (structure.Words.Most is not null)
        {
            yield return ("most words taken away", structure with { Words = structure.Words with { Most = null } });
        }

        if (structure.Headings.Count > 0)
        {
            yield return ("headings no longer asked for", structure with { Headings = [] });
        }

        if (structure.Parts is not null)
        {
            yield return ("parts no longer asked for", structure with { Parts = null });
        }
    }
}
