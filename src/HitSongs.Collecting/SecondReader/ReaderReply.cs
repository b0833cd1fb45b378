using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Grading.Evidence;

namespace HitSongs.Collecting.SecondReader;

/// <summary>A reply, read strictly: whatever is not of the schema makes all of it void.</summary>
internal sealed record ReaderReply(IReadOnlyList<ReaderReply.Entry> Verdicts)
{
    private const int LongestReply = 100_000;
    private const int LongestQuote = 2000;

    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 4,
    };

    /// <summary>For endpoints that hold a model to a schema.</summary>
    public static JsonElement Schema { get; } = JsonDocument.Parse(
        """
        {"type": "object", "additionalProperties": false, "required": ["verdicts"], "properties": {"verdicts": {"type": "array", "items":
          {"type": "object", "additionalProperties": false, "required": ["criterion", "verdict", "quote"], "properties": {
            "criterion": {"type": "string"},
            "verdict": {"type": "string", "enum": ["stated", "partly", "contradicted", "absent"]},
            "quote": {"type": "string"}}}}}}
        """).RootElement;

    /// <param name="text">What the model replied.</param>
    /// <param name="criteria">Ids of what it was asked about.</param>
    /// <returns>The verdicts in the order of the criteria, or why the reply is void.</returns>
    public static (IReadOnlyList<ReaderVerdict> Verdicts, string? Fault) Read(string text, IReadOnlyList<string> criteria)
    {
        if (text.Length > LongestReply)
        {
            return Void($"it has {text.Length} characters, more than {LongestReply}");
        }

        ReaderReply reply;
        try
        {
            reply = JsonSerializer.Deserialize<ReaderReply>(text, Strict) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            return Void("it is no JSON of the schema");
        }

        var verdicts = new Dictionary<string, ReaderVerdict>(StringComparer.Ordinal);
        foreach (var (criterion, word, quote) in reply.Verdicts)
        {
            if (!criteria.Contains(criterion, StringComparer.Ordinal))
            {
                return Void("it names a criterion that was not asked for");
            }

            if (VerdictOf(word) is not { } verdict)
            {
                return Void($"the verdict on {criterion} is none of stated, partly, contradicted and absent");
            }

            if (quote.Length > LongestQuote)
            {
                return Void($"the quote for {criterion} has more than {LongestQuote} characters");
            }

            if (!verdicts.TryAdd(criterion, new ReaderVerdict(criterion, verdict, quote)))
            {
                return Void($"it judges {criterion} twice");
            }
        }

        return ([.. criteria.Where(verdicts.ContainsKey).Select(id => verdicts[id])], null);
    }

    private static (IReadOnlyList<ReaderVerdict>, string?) Void(string fault) => ([], fault);

    private static Verdict? VerdictOf(string word) => word switch
    {
        "stated" => Verdict.Stated,
        "partly" => Verdict.Partly,
        "contradicted" => Verdict.Contradicted,
        "absent" => Verdict.Absent,
        _ => null,
    };

    internal sealed record Entry(string Criterion, string Verdict, string Quote);
}
