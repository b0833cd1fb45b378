using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Grades;
using HitSongs.Metrics;

namespace HitSongs.Reporting.Text;

/// <summary>Display names of the contract's values.</summary>
internal static class Words
{
    private const int ShownOfAValue = 500;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Status status) => status switch
    {
        Status.Error => "Harness fault",
        _ => status.ToString(),
    };

    public static string Of(RunOutcome outcome) => outcome switch
    {
        RunOutcome.Completed => "Ran to its end",
        RunOutcome.Missing => "Missing",
        RunOutcome.DidNotCompile => "Did not compile",
        RunOutcome.Crashed => "Crashed",
        RunOutcome.TimedOut => "Ran out of time",
        RunOutcome.OutOfMemory => "Ran out of memory",
        RunOutcome.TooMuchOutput => "Printed too much",
        RunOutcome.Unreadable => "Handed back something that could not be read",
        RunOutcome.HarnessFault => "Could not be run: a fault of the harness",
        _ => outcome.ToString(),
    };

    public static string Interval(Metric metric) =>
        metric is { Low: { } low, High: { } high } ? $"{Numbers.Metric(low)} to {Numbers.Metric(high)}" : "–";

    /// <summary>A value as compact JSON, cut where it is long.</summary>
    public static string Value(JsonNode? value)
    {
        var text = value?.ToJsonString(Plain) ?? "null";
        return text.Length <= ShownOfAValue ? text : $"{Capped.Of(text, ShownOfAValue).Text} … ({text.Length:N0} characters)";
    }

    /// <summary>"states-grad-accumulates" as "States grad accumulates".</summary>
    public static string Title(string id) => id.Length == 0 ? id : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' ');

    /// <summary>With a capital, unless it begins with a piece of code such as `no_grad` or `eval()`.</summary>
    public static string Sentence(string text) =>
        text.Length == 0 || text.Split(' ', 2)[0].AsSpan().ContainsAny("_().`") ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Time(DateTimeOffset time) => $"{time.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
}
