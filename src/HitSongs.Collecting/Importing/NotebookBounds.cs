namespace HitSongs.Collecting.Importing;

/// <summary>The size that a notebook's own text may have; outputs do not count.</summary>
internal static class NotebookBounds
{
    private const int MostCells = 5_000;
    private const int MostOfCell = 1 << 20;
    private const int MostOfAll = 4 << 20;

    /// <param name="sources">The text of each cell.</param>
    /// <exception cref="InvalidInputException">There are too many cells, or one of them or all together are too long.</exception>
    public static void Check(IReadOnlyList<string> sources, string file)
    {
        if (sources.Count > MostCells)
        {
            throw TooLarge(file, $"the notebook has {sources.Count} cells and may have {MostCells}", "Import its answers in parts");
        }

        foreach (var (index, source) in sources.Index())
        {
            if (source.Length > MostOfCell)
            {
                throw TooLarge(
                    file,
                    $"cell {index + 1} has {source.Length} characters and may have {MostOfCell}",
                    "Shorten it: what is data belongs into a file"
                );
            }
        }

        var all = sources.Sum(source => (long)source.Length);
        if (all > MostOfAll)
        {
            throw TooLarge(file, $"its cells have {all} characters and may have {MostOfAll}", "Import its answers in parts");
        }
    }

    private static InvalidInputException TooLarge(string file, string problem, string remedy) => new(file, null, problem, remedy);
}
