using System.Text.Json.Serialization;

namespace HitSongs.Grading.Grades;

/// <summary>A person's judgement of a criterion, which stands in the place of the harness's.</summary>
/// <param name="Points">0 to the criterion's.</param>
/// <param name="Reason">For the author; may be empty.</param>
/// <param name="Automatic">What the harness gives by itself.</param>
/// <param name="Earlier">Marks of the same criterion that this one took the place of, oldest first.</param>
public sealed record ScoreMark(
    double Points,
    string Reviewer,
    [property: JsonConverter(typeof(UtcTime))] DateTimeOffset Time,
    string Reason,
    AutomaticScore Automatic,
    IReadOnlyList<EarlierMark> Earlier);

/// <summary>The harness's score where no person has looked.</summary>
/// <param name="Points">Those that are given, or else proposed.</param>
/// <param name="Feedback">Why.</param>
public sealed record AutomaticScore(Status Status, double Points, string Feedback);

/// <param name="Points">Null where the marks before it were withdrawn.</param>
public sealed record EarlierMark(
    double? Points,
    string Reviewer,
    [property: JsonConverter(typeof(UtcTime))] DateTimeOffset Time,
    string Reason);

/// <summary>A mark that does not count until a person has confirmed it.</summary>
/// <param name="Because">What has changed since, as the end of a sentence.</param>
public sealed record StaleMark(
    double Points,
    string Reviewer,
    [property: JsonConverter(typeof(UtcTime))] DateTimeOffset Time,
    string Reason,
    string Because);

/// <summary>A metric so near to a threshold that another draw of the predictions could have fallen on its other side.</summary>
/// <param name="Threshold">The threshold, which lies within the metric's interval.</param>
/// <param name="ExpectedChange">By how many points another draw would differ, on average; 0 or more.</param>
public sealed record NearThreshold(double Threshold, double ExpectedChange);
