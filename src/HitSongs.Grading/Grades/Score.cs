using System.Text.Json.Serialization;

namespace HitSongs.Grading.Grades;

/// <summary>Points for one criterion, and why.</summary>
/// <param name="Kind">The criterion's kind as the rubric names it.</param>
/// <param name="Feedback">For the author: what was expected, what was seen, what to do next.</param>
public sealed record Score(string Id, string Kind, Status Status, double Points, double MaxPoints, string Feedback, IReadOnlyList<EvidenceQuote> Evidence)
{
    /// <summary>Display name of the criterion, as its rubric names it; a misconception's name says what is so.</summary>
    public string Name { get; init; } = "";

    /// <summary>Of prose, the probability that this score is right, 0.5 to 1; null for what is measured.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Confidence { get; init; }

    /// <summary>Where a person should look, the points that the harness would give; null where it gives them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Proposal { get; init; }

    /// <summary>The person's judgement that these points are; null where they are the harness's.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ScoreMark? Mark { get; init; }

    /// <summary>A person's judgement that does not count, as something has changed since; null where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public StaleMark? StaleMark { get; init; }

    /// <summary>Within noise: a person should look whether these points are right; null where no threshold is near.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public NearThreshold? NearThreshold { get; init; }

    /// <summary>The model that decided as a second reader; null where the harness's own reading did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? SecondReader { get; init; }

    /// <summary>Of prose, the probability that the answer states what the criterion is about; null where it is not read.</summary>
    [JsonIgnore]
    public double? StatedProbability { get; init; }

    /// <summary>The points, or else those that are proposed.</summary>
    [JsonIgnore]
    public double ProposedPoints => Proposal ?? Points;
}
