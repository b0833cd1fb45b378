namespace HitSongs.Transformers.Tokenizers;

/// <summary>Tokens as they are found: ids, ranges of the original text, and the number of the word each belongs to.</summary>
internal sealed class TokenList
{
    public int[] Ids = new int[32];
    public int[] Starts = new int[32];
    public int[] Ends = new int[32];
    public int[] Words = new int[32];

    public int Count { get; private set; }

    /// <summary>The number of words so far, which is the number of the next one.</summary>
    public int WordCount { get; set; }

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
