namespace HitSongs.Grading.Evidence;

/// <summary>Finds the folders of evidence below folders that were named.</summary>
public static class EvidenceFolders
{
    private const string Name = "evidence";

    /// <param name="named">Each a folder of evidence, one that holds evidence/ as grade writes it, or one that holds several of these as batch
    /// writes them.</param>
    /// <returns>In the order of <paramref name="named"/>, and of names where one holds several.</returns>
    /// <exception cref="InvalidInputException">One is and holds none.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> named) => [.. named.SelectMany(Below).Distinct(StringComparer.Ordinal)];

    private static IEnumerable<string> Below(string folder)
    {
        if (At(folder) is { } own)
        {
            return [own];
        }

        var inside = Directory.Exists(folder) ? Directory.GetDirectories(folder).Order(StringComparer.Ordinal).Select(At).OfType<string>().ToList() : [];
        return inside.Count > 0 ? inside : throw EvidenceFolder.Missing(folder);
    }

    private static string? At(string folder) =>
        EvidenceFolder.IsAt(folder) ? folder
        : EvidenceFolder.IsAt(Path.Combine(folder, Name)) ? Path.Combine(folder, Name)
        : null;
}
