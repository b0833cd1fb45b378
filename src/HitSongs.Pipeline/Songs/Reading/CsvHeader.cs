namespace HitSongs.Pipeline.Songs.Reading;

/// <summary>Where each column of one file is.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="InvalidInputException">A column name occurs twice.</exception>
    public CsvHeader(string path, int line, IReadOnlyList<string> names)
    {
        Count = names.Count;
        for (var i = 0; i < Count; i++)
        {
            var name = names[i].Trim().ReplaceLineEndings(" ");
            if (!positions.TryAdd(name, i))
            {
                throw new InvalidInputException(
                    path, line, $"the column '{name}' occurs twice (fields {positions[name] + 1} and {i + 1})", "Give every column a name of its own");
            }
        }
    }

    public int Count { get; }

    public IReadOnlySet<string> Names => positions.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

    public int this[string column] => positions[column];
}
