using System.Text.Json;
using HitSongs.Collecting.Untrusted;

namespace HitSongs.Collecting.Compile;

/// <summary>Reads the compiler's account of errors (SARIF 2.1) as data that a stranger had a hand in: its texts, lines and file names follow what the
/// source says of itself.</summary>
internal static class CompilerLog
{
    private const int MostBytes = 32 << 20;

    /// <summary>Errors of the surroundings, not of the source: files that cannot be found, read or written.</summary>
    private static readonly string[] OfTheMachine = ["CS0006", "CS0009", "CS0016", "CS0041", "CS1504", "CS1510", "CS1566", "CS2001", "CS2011", "CS2012"];

    /// <param name="path">The file that the compiler wrote.</param>
    /// <param name="source">The path of the source that it was given, and how many lines that has.</param>
    /// <param name="shared">By path: the files that were compiled with it, as messages name them.</param>
    /// <returns>The first error; null where the file is none of the compiler's, or tells of no error.</returns>
    public static CompilerError? FirstError(string path, (string Path, int Lines) source, IReadOnlyDictionary<string, string> shared)
    {
        if (RegularFile.Read(path, MostBytes) is not { Length: > 0 and < MostBytes } bytes)
        {
            return null;
        }

        try
        {
            using var log = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 32 });
            return log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
                .Where(result => result.TryGetProperty("level", out var level) && level.ValueEquals("error"))
                .Select(result => Read(result, source, shared)).FirstOrDefault();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static CompilerError Read(JsonElement result, (string Path, int Lines) source, IReadOnlyDictionary<string, string> shared)
    {
        var code = UntrustedText.OneLine(result.GetProperty("ruleId").GetString());
        var message = $"{code}: {UntrustedText.OneLine(result.GetProperty("message").GetProperty("text").GetString())}";
        if (!result.TryGetProperty("locations", out var locations) || locations.GetArrayLength() == 0)
        {
            return new CompilerError(message, null, OfTheMachine.Contains(code, StringComparer.Ordinal));
        }

        var place = locations[0].GetProperty("physicalLocation");
        var file = place.GetProperty("artifactLocation").GetProperty("uri").GetString() ?? "";
        int? line =
            place.TryGetProperty("region", out var region)
            && region.TryGetProperty("startLine", out var start)
            && start.TryGetInt32(out var number)
            && number > 0
                ? number
                : null;
        // `#line` lets a source say that it is any line of any file: only what may be true is taken over.
        return shared.FirstOrDefault(other => file == new Uri(other.Key).AbsoluteUri) is { Value: { } name }
            ? new CompilerError($"{name}:{line}: {message}", null, OfMachine: false)
            : new CompilerError(message, file == new Uri(source.Path).AbsoluteUri && line <= source.Lines ? line : null, OfMachine: false);
    }
}

/// <param name="Line">Of the source; null where it is not known.</param>
/// <param name="OfMachine">Whether files of the harness's making are what is wrong.</param>
internal sealed record CompilerError(string Message, int? Line, bool OfMachine);
