namespace HitSongs.Cli.Commands;

/// <summary>Answers in a tab-separated file: a header that names the columns, one answer per line.</summary>
internal static class AnswerTable
{
    /// <exception cref="InvalidInputException">A column is missing, or a line has too few.</exception>
    public static IEnumerable<(string Id, string Answer)> Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInputException(path, null, "there is no such file", "Name a tab-separated file with the columns id and answer");
        }

        var lines = File.ReadAllLines(path);
        var header = lines.Length > 0 ? lines[0].TrimStart('\uFEFF').Split('\t') : [];
        var (id, answer) = (Array.IndexOf(header, "id"), Array.IndexOf(header, "answer"));
        if (id < 0 || answer < 0)
        {
            throw new InvalidInputException(path, 1, "the header names no columns id and answer", "Begin the file with the line id<TAB>answer");
        }

        return lines
            .Index()
            .Skip(1)
            .Where(l => l.Item.Length > 0)
            .Select(line =>
            {
                var cells = line.Item.Split('\t');
                return cells.Length > Math.Max(id, answer)
                    ? (cells[id], cells[answer].Replace("\\n", "\n", StringComparison.Ordinal))
                    : throw new InvalidInputException(
                        path,
                        line.Index + 1,
                        $"there are {cells.Length} columns where the header has {header.Length}",
                        "Write a tab between id and answer"
                    );
            })
            .ToList();
    }
}
