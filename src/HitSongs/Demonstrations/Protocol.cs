using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace HitSongs.Demonstrations;

/// <summary>Protocol between the harness and a program of a submission: JSON on standard input and output, data only.</summary>
public static class Protocol
{
    /// <summary>JSON options of both sides, for non-finite numbers and depth of reading.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        MaxDepth = 16,
        AllowDuplicateProperties = false,
    };

    /// <summary>The first line that the process of a program hands back: it runs, and has not begun with the program yet.</summary>
    internal static ReadOnlySpan<byte> Started => "started\n"u8;
}

/// <summary>Input of a model: training songs with labels, test songs without.</summary>
/// <param name="Seed">For whatever the model draws at random.</param>
public sealed record ModelTask(IReadOnlyList<LabelledSong> Training, IReadOnlyList<Song> Test, int Seed);

/// <summary>A value handed back by a demonstration, and the line that did so.</summary>
public sealed record ObservedValue(string Name, int Line, JsonNode? Value);

/// <summary>Result handed back at a program's end.</summary>
/// <param name="Observations">A demonstration's; null for a model.</param>
/// <param name="Predictions">A model's; null for a demonstration.</param>
/// <param name="Failure">The exception that ended it; null where it ended by itself.</param>
public sealed record ProgramResult(IReadOnlyList<ObservedValue>? Observations, IReadOnlyList<Prediction>? Predictions, ProgramFailure? Failure)
{
    /// <summary>The figures that a program drew; null where there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DrawnFigure>? Figures { get; init; }
}

/// <summary>An exception that the program did not handle.</summary>
/// <param name="Line">The innermost line of the program itself on the stack; null where it has none.</param>
public sealed record ProgramFailure(string Exception, string Message, int? Line, bool OutOfMemory)
{
    /// <summary>The call in which native code ended the process, such as Tensor.matmul; null where an exception ended the program.</summary>
    public string? Operation { get; init; }

    /// <summary>The program's lines from which <see cref="Line"/> was called, from the inside outwards.</summary>
    public IReadOnlyList<int>? CalledFrom { get; init; }
}
