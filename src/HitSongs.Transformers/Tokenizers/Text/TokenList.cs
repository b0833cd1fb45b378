namespace HitSongs.Transformers.Tokenizers.Text;

/// <summary>Tokens as they are found: ids, ranges of the original text, and the number of the word each belongs to.</summary>
internal sealed class TokenList
{
    private const int LargestKept = 1 << 16;

    [ThreadStatic]
    private static TokenList? _spare;

    public int[] Ids = new int[64];
    public int[] Starts = new int[64];
    public int[] Ends = new int[64];
    public int[] Words = new int[64];

    public int Count { get; private set; }

    /// <summary>The number of words so far, which is the number of the next one.</summary>
    public int WordCount { get; set; }

    /// <summary>An empty list, if possible the one that this thread gave back last.</summary>
    public static TokenList Take()
    {
        var list = _spare ?? new();
        _spare = null;
        (list.Count, list.WordCount) = (0, 0);
        return list;
    }

    /// <summary>Leaves the list to the next text.</summary>
    public void GiveBack() => _spare = Ids.Length <= LargestKept ? this : null;

    public void Add(int id, int start, int end, int word)
    {
        if (Count == Ids.Length)
        {
            Grow();
        }
        Ids[Count] = id;
        Starts[Count] = start;
        Ends[Count] = end;
        Words[Count++] = word;
    }

    private void Grow()
    {
        var size = Count * 2;
        Array.Resize(ref Ids, size);
        Array.Resize(ref Starts, size);
        Array.Resize(ref Ends, size);
        Array.Resize(ref Words, size);
    }
}
