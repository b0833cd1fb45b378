using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Rubrics;

/// <summary>Which questions are meant by what somebody typed: an id, a section, the end of an id, or the beginning of some.</summary>
public static class QuestionSelection
{
    /// <summary>The ids that are meant, in the rubric's order and each once; none where nothing is asked for.</summary>
    /// <param name="asked">Each as it was typed; folders as a shell completes them, answers/… with a slash at the end, are understood.</param>
    /// <param name="known">Every id of the rubric, in its order.</param>
    /// <exception cref="UsageException">One of them names no question.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyCollection<string> asked, IReadOnlyCollection<string> known)
    {
        var chosen = asked.SelectMany(one => Meant(one, known)).ToHashSet(StringComparer.Ordinal);
        return [.. known.Where(chosen.Contains)];
    }

    // From the exact to the loose, and never both: `interview` is that section, although primer/interview-autograd has the word too.
    private static List<string> Meant(string asked, IReadOnlyCollection<string> known)
    {
        var name = Bare(asked);
        Func<string, bool>[] ways =
        [
            id => id == name,
            id => id.StartsWith(name + "/", StringComparison.Ordinal),
            id => id.EndsWith("/" + name, StringComparison.Ordinal),
            id => name.Contains('/', StringComparison.Ordinal) && id.StartsWith(name, StringComparison.Ordinal),
        ];
        return name.Length == 0
            ? throw Unknown(asked, name, known)
            : ways.Select(way => known.Where(way).ToList()).FirstOrDefault(found => found.Count > 0) ?? throw Unknown(asked, name, known);
    }

    private static string Bare(string asked)
    {
        var name = asked.Trim().Replace('\\', '/').TrimEnd('/');
        name = name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name;
        var folder = ((string[])["answers/", "rubric/"]).FirstOrDefault(part => name.StartsWith(part, StringComparison.Ordinal));
        return folder is null ? name : name[folder.Length..].TrimEnd('/');
    }

    private static UsageException Unknown(string asked, string name, IReadOnlyCollection<string> known)
    {
        var sections = known.Select(SectionOf).Distinct(StringComparer.Ordinal).ToList();
        var near = Nearest.Of(name, [.. known, .. sections, .. known.Select(LastOf).Distinct(StringComparer.Ordinal)]) ?? Containing(name, known);
        return new UsageException(
            near is null
                ? $"there is no question {asked}; sections are {string.Join(", ", sections)}, and answers/ has a folder for each question"
                : $"there is no question {asked}; did you mean {near}?"
        );
    }

    // Somebody who remembers one word of it.
    private static string? Containing(string name, IReadOnlyCollection<string> known)
    {
        var word = LastOf(name);
        return word.Length < 3 ? null : known.FirstOrDefault(id => id.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string SectionOf(string id) => id[..Math.Max(0, id.LastIndexOf('/'))];

    private static string LastOf(string id) => id[(id.LastIndexOf('/') + 1)..];
}
