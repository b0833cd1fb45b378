using System.Security.Cryptography;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Sentences from which it is learnt what an author does with a sentence: <c>scope.yaml</c> beside rubric.yaml.</summary>
/// <remarks>
/// Under each of <see cref="Kinds"/>: <c>examples</c> and <c>counterexamples</c>, and <c>frames</c> and <c>counterframes</c>, in which <c>{s}</c> and
/// <c>{S}</c> are places for a sentence of the rubric.
/// </remarks>
public static class ScopeFile
{
    /// <summary>Its name.</summary>
    public const string Name = "scope.yaml";

    /// <summary>A sentence is not stated by its author.</summary>
    public const string Unstated = "unstated";

    /// <summary>A sentence calls wrong what stands before it.</summary>
    public const string RejectsBefore = "rejects-before";

    /// <summary>A sentence calls wrong what follows it.</summary>
    public const string RejectsAfter = "rejects-after";

    /// <summary>The words of a sentence stand in no order. No key of the file: it is learnt from the rubric's sentences with their words shuffled.</summary>
    public const string Jumbled = "jumbled";

    /// <summary>The keys of the file.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [Unstated, RejectsBefore, RejectsAfter];

    private static readonly string[] Lists = ["frames", "counterframes", "examples", "counterexamples"];

    /// <param name="folder">The rubric's folder.</param>
    /// <returns>Nothing where there is no such file.</returns>
    /// <exception cref="InvalidInputException">A key is not known, or a frame has no place for a sentence.</exception>
    public static IReadOnlyList<ScopeSentence> Read(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return [];
        }

        var map = new YamlMap(YamlFile.Read(path, Name), Name, "the file", [.. Kinds]);
        return [.. map.Keys.SelectMany(kind => OfKind(kind, map.Map(kind, Lists)))];
    }

    /// <summary>SHA-256 of the file in lower-case hex; null where there is none.</summary>
    public static string? Digest(string folder) =>
        Path.Combine(folder, Name) is var path && File.Exists(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))) : null;

    /// <summary>Whether what was learnt of scope, which is a part of the settings of all questions, is of another file than lies there now.</summary>
    /// <param name="settings">How messages name the file of settings.</param>
    internal static InvalidInputException? FaultIn(string folder, string settings) =>
        Path.Combine(folder, ReadingSettings.FileName) is var path
        && File.Exists(path)
        && ReadingSettings.Read(path).Scope is { } scope
        && scope.LearntFrom != Digest(folder)
            ? new InvalidInputException(settings, null, $"{Name} has changed since this was learnt from it", "Learn it anew: hitsongs rubric learn")
            : null;

    private static IEnumerable<ScopeSentence> OfKind(string kind, YamlMap lists)
    {
        foreach (var list in Lists.Where(lists.Has))
        {
            var isFrame = list.EndsWith("frames", StringComparison.Ordinal);
            foreach (var text in lists.Texts(list))
            {
                yield return !isFrame || ScopeSentence.HasPlace(text)
                    ? new ScopeSentence(kind, text, !list.StartsWith("counter", StringComparison.Ordinal), isFrame)
                    : throw lists.Fault(list, $"`{text}` has no place for a sentence", "Write {s} or {S} where it belongs");
            }
        }
    }
}

/// <summary>A sentence, or a frame for sentences, of <see cref="ScopeFile"/>.</summary>
/// <param name="Kind">One of <see cref="ScopeFile.Kinds"/>.</param>
/// <param name="IsRight">Whether it is of that kind.</param>
public sealed record ScopeSentence(string Kind, string Text, bool IsRight, bool IsFrame)
{
    private const string Lower = "{s}";
    private const string AsItIs = "{S}";

    internal static bool HasPlace(string frame) => frame.Contains(Lower, StringComparison.Ordinal) || frame.Contains(AsItIs, StringComparison.Ordinal);

    /// <summary>The frame with a sentence in its place.</summary>
    public string Around(string sentence)
    {
        var bare = sentence.TrimEnd(' ', '.', ';');
        var isWord = bare.Length > 1 && char.IsUpper(bare[0]) && (char.IsLower(bare[1]) || bare[1] == ' ');
        var lower = isWord && !bare.StartsWith("I ", StringComparison.Ordinal) ? char.ToLowerInvariant(bare[0]) + bare[1..] : bare;
        return Text.Replace(Lower, lower, StringComparison.Ordinal).Replace(AsItIs, bare + ".", StringComparison.Ordinal);
    }
}
