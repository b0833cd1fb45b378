using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Yaml;

/// <summary>Finds what a mistyped word probably meant.</summary>
internal static class Nearest
{
    /// <summary>A remedy that names the nearest of the known words, or all of them where none is near.</summary>
    public static string Suggestion(string word, IReadOnlyCollection<string> known) =>
        Of(word, known) is { } nearest ? $"Did you mean `{nearest}`" : $"Known are {string.Join(", ", known)}";

    /// <summary>The nearest of the known words, whatever their case; null where none is near.</summary>
    public static string? Of(string word, IReadOnlyCollection<string> known)
    {
        var limit = Math.Max(2, word.Length / 3);
        return known
            .Select(candidate => (candidate, distance: EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant(), limit)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }
}
