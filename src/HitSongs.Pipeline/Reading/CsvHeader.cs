namespace HitSongs.Pipeline.Reading;

/// <summary>Where each column of one file is.</summary>
internal sealed class CsvHeader
{
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly byte[] first;

    /// <exception cref="InvalidInputException">A column name occurs twice.</exception>
    public CsvHeader(string path, int line, IReadOnlyList<string> names)
    {
        Count = names.Count;
        first = System.Text.Encoding.UTF8.GetBytes(Count > 0 ? names[0].Trim() : "");
        for (var i = 0; i < Count; i++)
        {
            var name = names[i].Trim().ReplaceLineEndings(" ");
            // Data frames write their index as a column without a name.
            if (name.Length > 0 && !positions.TryAdd(name, i))
            {
                throw new InvalidInputException(
                    path, line, $"the column '{name}' occurs twice (fields {positions[name] + 1} and {i + 1})", "Give every column a name of its own");
            }
        }
    }

    public int Count { get; }

    public IReadOnlySet<string> Names => positions.Keys.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a record is this header again.</summary>
    public bool IsRepeatedBy(CsvSource record)
    {
        if (record.FieldCount != Count || !record[0].Trim(" \t"u8).SequenceEqual(first))
            return false;
        return Enumerable
            .Range(0, Count)
            .All(field => record.Text(field).Trim() is var name && (name.Length == 0 || (positions.TryGetValue(name, out var place) && place == field)));
    }

    public int this[string column] => positions[column];
}
