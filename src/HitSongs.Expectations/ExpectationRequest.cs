using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Demonstrations;
using HitSongs.Grading.Evidence;

namespace HitSongs.Expectations;

/// <summary>The harness's request to an expectation: to draw inputs from a seed, or to check what was observed on inputs.</summary>
/// <param name="Assembly">The compiled expectation.</param>
/// <param name="Seed">Null where observations are to be checked.</param>
internal sealed record ExpectationRequest(byte[] Assembly, int? Seed)
{
    /// <summary>All inputs that were drawn, those that the demonstration was not given too; null where they are to be drawn.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary>Observations of the demonstration.</summary>
    public IReadOnlyList<Observation> Observations { get; init; } = [];

    /// <summary>JSON format of requests and replies. Observations may be as deep as demonstrations write, and stand some levels down here; names that
    /// inputs were drawn with differ by case too.</summary>
    public static JsonSerializerOptions Json { get; } = new(Protocol.Json) { MaxDepth = 4 * Protocol.Json.MaxDepth, PropertyNameCaseInsensitive = false };
}

/// <summary>The expectation's answer.</summary>
internal sealed record ExpectationReply
{
    /// <summary>The inputs that were drawn; null where observations were checked.</summary>
    public JsonObject? Inputs { get; init; }

    /// <summary>The names of inputs that the demonstration must not be given.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>One result for each check that was made.</summary>
    public IReadOnlyList<CheckResult> Checks { get; init; } = [];

    /// <summary>Fault of the expectation itself; null where it answered.</summary>
    public ExpectationFault? Fault { get; init; }
}

/// <param name="Problem">As its author reads it.</param>
/// <param name="Advice">What to do.</param>
internal sealed record ExpectationFault(string Problem, string Advice);
