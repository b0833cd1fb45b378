using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;

namespace HitSongs.Collecting.Run;

/// <summary>The one reader of what a program of a submission hands back. It may have written anything: what is taken over can be written, read and shown
/// without surprise.</summary>
internal static class HandedBack
{
    /// <summary>Whether the process got as far as its first line: before that no code of the submission has run.</summary>
    public static bool HasStarted(byte[] results) => results.AsSpan().StartsWith(Protocol.Started);

    /// <summary>Whether the program has observed or predicted anything.</summary>
    public static bool HoldsAny(ProgramResult result) => result is { Observations.Count: > 0 } or { Predictions.Count: > 0 };

    /// <summary>The last whole line as a result; null where it is none.</summary>
    public static ProgramResult? Read(byte[] results)
    {
        try
        {
            var whole = results.AsSpan(0, results.AsSpan().LastIndexOf((byte)'\n') + 1).TrimEnd((byte)'\n');
            var last = whole[(whole.LastIndexOf((byte)'\n') + 1)..];
            var read = last.Length > HandbackLimits.ResultBytes ? null : JsonSerializer.Deserialize<ProgramResult>(last, Protocol.Json);
            return read is not null && IsSound(read) ? read with { Observations = read.Observations is { } seen ? [.. seen.Select(Clean)] : null } : null;
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or InvalidOperationException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    private static bool IsSound(ProgramResult result) =>
        result.Observations is not { Count: > HandbackLimits.Observations }
        && result.Observations?.All(o => o is { Name.Length: > 0 and <= HandbackLimits.LongestName } && SoundText.IsWhole(o.Name)) != false
        && result.Predictions?.All(p => p is { TrackId: not null } && SoundText.IsWhole(p.TrackId)) != false
        && result.Figures is not { Count: > HandbackLimits.Figures }
        && result.Figures?.All(FigureCheck.IsSound) != false
        && (result.Failure is not { } failure || new[] { failure.Exception, failure.Message, failure.Operation ?? "" }.All(SoundText.IsWhole));

    private static ObservedValue Clean(ObservedValue observed) => observed with { Value = Clean(observed.Value) };

    /// <summary>The same value made anew of what can be observed: numbers, texts, truth values and lists of them.</summary>
    /// <exception cref="JsonException">It holds something else.</exception>
    private static JsonNode? Clean(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.True => JsonValue.Create(true),
        JsonValueKind.False => JsonValue.Create(false),
        JsonValueKind.String when SoundText.IsWhole(value.GetValue<string>()) => JsonValue.Create(value.GetValue<string>()),
        JsonValueKind.Number when value.GetValue<double>() is var number && double.IsFinite(number) => JsonValue.Create(number),
        JsonValueKind.Array => new JsonArray([.. value.AsArray().Select(Clean)]),
        _ => throw new JsonException("no value that can be observed"),
    };
}
