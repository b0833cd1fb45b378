using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Yaml;

/// <summary>Finds what a mistyped word probably meant.</summary>
internal static class Nearest
{
    /// <summary>A remedy that names the nearest of the known words, or all of them where none is near.</summary>
    public static string Suggestion(string word, IReadOnlyCollection<string> known)
    {
        var limit = Math.Max(2, word.Length / 3);
        var nearest = known
            .Select(candidate => (candidate, distance: EditDistance.Between(word.ToLowerInvariant(), candidate.ToLowerInvariant(), limit)))
            .Where(pair => pair.distance <= limit)
            .OrderBy(pair => pair.distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
        return nearest is null ? $"Known are {string.Join(", ", known)}" : $"Did you mean `{nearest}`";
    }
}
