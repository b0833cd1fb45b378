namespace HitSongs.Pipeline.Reading;

/// <summary>Where each column of one file is. Case does not matter, and spaces and signs do only where several columns would be meant.</summary>
internal sealed class CsvHeader
{
    private readonly string path;
    private readonly string[] names;
    private readonly Dictionary<string, int> positions = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, int> byLetters;

    /// <param name="names">As the line has them; data frames write their index as a column without a name.</param>
    public CsvHeader(string path, int line, IEnumerable<string> names)
    {
        (this.path, Line) = (path, line);
        this.names = [.. names.Select(name => Clean(name).ReplaceLineEndings(" "))];
        for (var i = 0; i < Count; i++)
            positions.TryAdd(this.names[i], i);
        byLetters = Enumerable.Range(0, Count).Where(i => this.names[i].Length > 0).ToLookup(i => LettersOf(this.names[i]), StringComparer.Ordinal);
    }

    public int Line { get; }

    public int Count => names.Length;

    /// <summary>Remark on it for readers; null for none.</summary>
    public string? Remark { get; private init; }

    public int this[string column] => Find(column) ?? throw new KeyNotFoundException(column);

    public bool Has(string column) => Find(column) is not null;

    /// <summary>Whether the line has a column's name somewhere, whatever stands around it.</summary>
    public bool Tells(string column) => Array.Exists(names, name => name.Contains(column, StringComparison.OrdinalIgnoreCase));

    /// <summary>The header with the one column more that the first song has: R numbers rows without a name for that, and others end a row with a
    /// comma.</summary>
    public CsvHeader ToFit(CsvSource first) =>
        first.FieldCount != Count + 1 ? this
        : first[Count].IsEmpty ? new CsvHeader(path, Line, [.. names, ""]) { Remark = "rows end with an empty field that the header does not name: left out" }
        : first.Text(0) is "0" or "1"
            ? new CsvHeader(path, Line, ["", .. names]) { Remark = "rows begin with a number that the header does not name: left out" }
        : this;

    /// <exception cref="InvalidInputException">A column name occurs twice, or all stand in the wrong quotes.</exception>
    public void RefuseWrongNames()
    {
        if (Count > 1 && names.All(name => name is ['\'', .., '\'']))
            throw new InvalidInputException(path, Line, "fields are quoted by apostrophes", "Quote them by double quotes, as CSV does, or not at all");
        for (var i = 0; i < Count; i++)
        {
            if (names[i].Length > 0 && positions[names[i]] is var first && first != i)
            {
                throw new InvalidInputException(
                    path, Line, $"the column '{names[i]}' occurs twice (fields {first + 1} and {i + 1})", "Give every column a name of its own");
            }
        }
    }

    /// <summary>Whether a record is this header again.</summary>
    public bool IsRepeatedBy(CsvSource record) =>
        record.FieldCount == Count
        && MayBegin(record[0])
        && Enumerable.Range(0, Count).All(field => Clean(record.Text(field)).Equals(names[field], StringComparison.OrdinalIgnoreCase));

    // Asked of every record: most are told apart by their first letter.
    private bool MayBegin(ReadOnlySpan<byte> field) => field.Length == 0 || field[0] > 0x7F || field[0] <= ' ' || names[0].Length == 0
        || char.ToUpperInvariant((char)field[0]) == char.ToUpperInvariant(names[0][0]);

    private int? Find(string column) =>
        positions.TryGetValue(column, out var place) ? place : byLetters[LettersOf(column)].Take(2).ToList() is [var only] ? only : null;

    /// <summary>Files that were joined have a byte order mark in their middle.</summary>
    private static string Clean(string name) => name.Trim().TrimStart('\uFEFF').Trim();

    private static string LettersOf(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
