using System.Runtime.CompilerServices;
using System.Text.Json;

namespace HitSongs.Demonstrations;

/// <summary>Harness API for demonstrations: the inputs drawn for this run, and a place for observations.</summary>
/// <remarks>
/// <code>
/// using static HitSongs.Demonstrations.Demonstration;
/// var x = Input&lt;float[]&gt;("x");
/// Observe("sum", x.Sum());
/// </code>
/// The expectation computes from the same inputs what must have been observed; what is printed is shown to readers and not graded.
/// </remarks>
public static class Demonstration
{
    private static JsonElement inputs;
    private static readonly List<ObservedValue> Observed = [];
    private static readonly Lock Gate = new();
    private static long characters;

    /// <summary>One of the inputs of this run.</summary>
    /// <typeparam name="T">A number, text, truth value, or array of them; matrices come as flat arrays in row-major order.</typeparam>
    /// <exception cref="ArgumentException">No input has this name, or it is not a <typeparamref name="T"/>.</exception>
    public static T Input<T>(string name)
    {
        if (inputs.ValueKind != JsonValueKind.Object || !inputs.TryGetProperty(name, out var value))
        {
            throw new ArgumentException($"there is no input \"{name}\"; this demonstration is given {InputNames()}", nameof(name));
        }

        try
        {
            return value.Deserialize<T>(Protocol.Json) ?? throw new ArgumentException($"input \"{name}\" is null", nameof(name));
        }
        catch (JsonException e)
        {
            throw new ArgumentException($"input \"{name}\" is not a {typeof(T).Name}", nameof(name), e);
        }
    }

    /// <summary>Hands a value back: a number, text, truth value, tensor, or array of them.</summary>
    /// <param name="name">What the question calls it; each name once.</param>
    /// <param name="value">Tensors are handed back as flat arrays in row-major order, those of one element as a number.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or was used before, the value is of a kind that cannot be handed back, or there are
    /// too many or too large ones.</exception>
    public static void Observe(string name, object? value, [CallerLineNumber] int line = 0)
    {
        if (name.Length is 0 or > HandbackLimits.LongestName)
        {
            throw new ArgumentException($"a name of {name.Length} characters; an observation's name has 1 to {HandbackLimits.LongestName}", nameof(name));
        }

        var observed = new ObservedValue(name, line, ObservedValues.ToJson(name, value));
        lock (Gate)
        {
            if (Observed.Exists(o => o.Name == name))
            {
                throw new ArgumentException($"\"{name}\" was observed before; each name is handed back once", nameof(name));
            }

            if (Observed.Count == HandbackLimits.Observations)
            {
                throw new ArgumentException(
                    $"a demonstration observes at most {HandbackLimits.Observations} values: hand back lists of numbers, and what is asked for",
                    nameof(name)
                );
            }

            characters += observed.Value?.ToJsonString(Protocol.Json).Length ?? 0;
            if (characters > HandbackLimits.ObservedCharacters)
            {
                throw new ArgumentException(
                    $"with \"{name}\" more is observed than {HandbackLimits.ObservedCharacters >> 20} million characters: hand back what is asked for",
                    nameof(value)
                );
            }

            Observed.Add(observed);
        }
    }

    /// <summary>Observations so far; the program's threads may go on.</summary>
    internal static IReadOnlyList<ObservedValue> Observations
    {
        get
        {
            lock (Gate)
            {
                return [.. Observed];
            }
        }
    }

    internal static void Begin(JsonElement drawnInputs)
    {
        inputs = drawnInputs;
        lock (Gate)
        {
            Observed.Clear();
            characters = 0;
        }
    }

    private static string InputNames() =>
        inputs.ValueKind == JsonValueKind.Object ? string.Join(", ", inputs.EnumerateObject().Select(p => $"\"{p.Name}\"")) : "none";
}
