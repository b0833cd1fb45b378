namespace HitSongs.Transformers.Tokenizers;

/// <summary>The five steps that tokenizer.json describes: normalize, split, cut into tokens, put special tokens around; and back.</summary>
internal sealed class TokenizerPipeline
{
    private readonly WordEncoder _words;

    public TokenizerPipeline(TokenModel model, Normalizer? normalizer, PreTokenizerSequence? preTokenizer, PostProcessor? postProcessor, Decoder? decoder)
    {
        Model = model;
        Normalizer = normalizer;
        PreTokenizer = preTokenizer ?? new([]);
        PostProcessor = postProcessor;
        Decoder = decoder;
        Added = new(model, normalizer);
        _words = new(model, PreTokenizer.IsByteLevel);
    }

    public TokenModel Model { get; }

    public Normalizer? Normalizer { get; }

    public PreTokenizerSequence PreTokenizer { get; }

    public PostProcessor? PostProcessor { get; }

    public Decoder? Decoder { get; }

    public AddedVocabulary Added { get; }

    public string TokenOf(int id) => Added.TokenOf(id) ?? "";

    /// <summary>The same steps with some of them exchanged, and the same added tokens.</summary>
    public TokenizerPipeline With(Normalizer? normalizer = null, PreTokenizerSequence? preTokenizer = null, PostProcessor? postProcessor = null, Decoder? decoder = null)
    {
        var changed = new TokenizerPipeline(Model, normalizer ?? Normalizer, preTokenizer ?? PreTokenizer, postProcessor ?? PostProcessor, decoder ?? Decoder);
        changed.Added.Restore(Added.Tokens.Select(entry => (entry.Key, entry.Value)));
        return changed;
    }

    /// <summary>Encodes one text as sequence 0 or 1 of a pair, without special tokens.</summary>
    public Encoding Encode(string text, int sequence)
    {
        var output = new TokenList();
        Encode(text, output);
        return Encoding.From(output, sequence, TokenOf);
    }

    /// <summary>Encodes a text that comes as words: each word keeps its number, and ranges count from its beginning.</summary>
    public Encoding Encode(IReadOnlyList<string> words, int sequence)
    {
        var output = new TokenList();
        for (var i = 0; i < words.Count; i++)
        {
            var before = output.Count;
            Encode(words[i], output);
            output.Words.AsSpan(before, output.Count - before).Fill(i);
        }
        return Encoding.From(output, sequence, TokenOf);
    }

    /// <summary>The text of tokens; special ones are left out where <paramref name="skipSpecialTokens"/> says so, and ids that stand for nothing always.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecialTokens)
    {
        var tokens = ids.Where(id => !skipSpecialTokens || !Added.IsSpecial(id)).Select(Added.TokenOf).OfType<string>().ToList();
        return Decoder is null ? string.Join(' ', tokens) : string.Concat(Decoder.Decode(tokens));
    }

    private void Encode(string text, TokenList output)
    {
        var position = 0;
        var raw = Added.Raw;
        while (!raw.IsEmpty && raw.TryFind(text, position, position, out var start, out var end, out var id))
        {
            EncodeRaw(text.AsMemory(position, start - position), position, output);
            output.Add(id, start, end, output.WordCount++);
            position = end;
        }
        EncodeRaw(text.AsMemory(position), position, output);
    }

    private void EncodeRaw(ReadOnlyMemory<char> text, int shift, TokenList output)
    {
        if (text.IsEmpty)
        {
            return;
        }
        var original = new NormalizedText(text, shift);
        var normalized = Normalizer?.Apply(original) ?? original;
        var chars = normalized.Chars.Span;
        var position = 0;
        var matcher = Added.Normalized;
        while (!matcher.IsEmpty && matcher.TryFind(chars, position, position, out var start, out var end, out var id))
        {
            Split(normalized.Slice(position, start - position), output);
            output.Add(id, normalized.Start(start), normalized.End(end - 1), output.WordCount++);
            position = end;
        }
        Split(normalized.Slice(position, chars.Length - position), output);
    }

    private void Split(NormalizedText text, TokenList output)
    {
        if (!text.Chars.IsEmpty)
        {
            PreTokenizer.Split(text, (words, start, length) => AddWord(words, start, length, output));
        }
    }

    private void AddWord(NormalizedText text, int start, int length, TokenList output)
    {
        var word = output.WordCount++;
        foreach (var piece in _words.Encode(text.Chars.Span.Slice(start, length)))
        {
            output.Add(piece.Id, text.Start(start + piece.Start), text.End(start + piece.End - 1), word);
        }
    }
}
