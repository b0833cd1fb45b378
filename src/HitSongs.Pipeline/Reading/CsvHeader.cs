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

    public int this[string column] => Find(column) ?? throw new KeyNotFoundException(column);

    public bool Has(string column) => Find(column) is not null;

    /// <exception cref="InvalidInputException">A column name occurs twice.</exception>
    public void RefuseRepeatedNames()
    {
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
