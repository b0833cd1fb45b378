using HitSongs.Transformers.Tokenizers.Decoders;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.PostProcessors;
using HitSongs.Transformers.Tokenizers.PreTokenizers;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Vocabulary;

namespace HitSongs.Transformers.Tokenizers.Steps;

/// <summary>The five steps that tokenizer.json describes: normalize, split, cut into tokens, put special tokens around; and back.</summary>
internal sealed class TokenizerPipeline
{
    private readonly WordEncoder _words;
    private readonly BertScanner? _bert;
    private readonly bool _trimsOffsets;
    private readonly Func<int, string> _tokenOf;

    public TokenizerPipeline(TokenModel model, Normalizer? normalizer, PreTokenizerSequence? preTokenizer, PostProcessor? postProcessor, Decoder? decoder)
    {
        Model = model;
        Normalizer = normalizer;
        PreTokenizer = preTokenizer ?? new([]);
        PostProcessor = postProcessor;
        Decoder = decoder;
        Added = new(model, normalizer);
        _words = new(model, PreTokenizer.IsByteLevel);
        _tokenOf = TokenOf;
        _trimsOffsets = postProcessor?.TrimsOffsets ?? false;
        _bert = normalizer is BertNormalizer { CleanText: true } && PreTokenizer.PreTokenizers is [BertPreTokenizer] ? new(normalizer, Split) : null;
    }

    public TokenModel Model { get; }

    public Normalizer? Normalizer { get; }

    public PreTokenizerSequence PreTokenizer { get; }

    public PostProcessor? PostProcessor { get; }

    public Decoder? Decoder { get; }

    public AddedVocabulary Added { get; }

    public string TokenOf(int id) => Added.TokenOf(id) ?? "";

    /// <summary>The same steps with some of them exchanged, and the same added tokens.</summary>
    public TokenizerPipeline With(
        Normalizer? normalizer = null,
        PreTokenizerSequence? preTokenizer = null,
        PostProcessor? postProcessor = null,
        Decoder? decoder = null
    )
    {
        var changed = new TokenizerPipeline(Model, normalizer ?? Normalizer, preTokenizer ?? PreTokenizer, postProcessor ?? PostProcessor, decoder ?? Decoder);
        changed.Added.Restore(Added.Tokens.Select(entry => (entry.Key, entry.Value)));
        return changed;
    }

    /// <summary>Encodes one text as sequence 0 or 1 of a pair, without special tokens.</summary>
    public EncodingFast Encode(string text, int sequence)
    {
        var output = TokenList.Take();
        Encode(text, output);
        var encoding = EncodingFast.From(output, sequence, _tokenOf);
        output.GiveBack();
        return encoding;
    }

    /// <summary>Encodes a text that comes as words: each word keeps its number, and ranges count from its beginning.</summary>
    public EncodingFast Encode(IReadOnlyList<string> words, int sequence)
    {
        var output = TokenList.Take();
        for (var i = 0; i < words.Count; i++)
        {
            var before = output.Count;
            Encode(words[i], output);
            output.Words.AsSpan(before, output.Count - before).Fill(i);
        }
        var encoding = EncodingFast.From(output, sequence, _tokenOf);
        output.GiveBack();
        return encoding;
    }

    /// <summary>The text of tokens; special ones are left out where <paramref name="skipSpecialTokens"/> says so, and ids that stand for nothing
    /// always.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecialTokens)
    {
        var tokens = ids.Where(id => !skipSpecialTokens || !Added.IsSpecial(id)).Select(Added.TokenOf).OfType<string>().ToList();
        return Decoder is null ? string.Join(' ', tokens) : string.Concat(Decoder.Decode(tokens));
    }

    private void Encode(string text, TokenList output)
    {
        var position = 0;
        while (!Added.Raw.IsEmpty && Added.Raw.Find(text, position) is { } match)
        {
            EncodeRaw(text.AsMemory(position, match.OuterStart - position), position, output);
            var (start, end) = _trimsOffsets ? (match.Start, match.End) : (match.OuterStart, match.OuterEnd);
            output.Add(match.Id, start, end, output.WordCount++);
            position = match.OuterEnd;
        }
        EncodeRaw(text.AsMemory(position), position, output);
    }

    private void EncodeRaw(ReadOnlyMemory<char> text, int shift, TokenList output)
    {
        if (_bert is not null && Added.Normalized.IsEmpty)
        {
            _bert.Encode(text, shift, output);
            return;
        }
        if (text.IsEmpty)
        {
            return;
        }
        var original = new NormalizedText(text, shift);
        var normalized = Normalizer?.Apply(original) ?? original;
        var position = 0;
        while (!Added.Normalized.IsEmpty && Added.Normalized.Find(normalized.Chars.Span, position) is { } match)
        {
            Split(normalized.Slice(position, match.OuterStart - position), output);
            var (start, end) = _trimsOffsets ? (match.Start, match.End) : (match.OuterStart, match.OuterEnd);
            output.Add(match.Id, normalized.Start(start), normalized.End(end - 1), output.WordCount++);
            position = match.OuterEnd;
        }
        Split(normalized.Slice(position, normalized.Chars.Length - position), output);
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
        var pieces = _words.Encode(text.Chars.Span.Slice(start, length));
        if (text.IsOriginal)
        {
            var shift = text.Shift + start;
            foreach (ref readonly var piece in pieces)
            {
                output.Add(piece.Id, shift + piece.Start, shift + piece.End, word);
            }
            return;
        }
        foreach (ref readonly var piece in pieces)
        {
            output.Add(piece.Id, text.Start(start + piece.Start), text.End(start + piece.End - 1), word);
        }
    }
}
