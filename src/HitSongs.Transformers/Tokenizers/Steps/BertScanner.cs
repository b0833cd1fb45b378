using System.Buffers;
using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;
using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Steps;

/// <summary>
/// BERT's cleaning and splitting in one pass over the text as it was given. An ASCII space or punctuation character parts the text for
/// every later step (nothing decomposes or reorders across it), so that the run between two of them has the same tokens wherever it
/// stands, and is worked out once.
/// </summary>
/// <param name="normalizer">The cleaning.</param>
/// <param name="split">The splitting and the model: adds a normalized text's tokens.</param>
internal sealed class BertScanner(Normalizer normalizer, Action<NormalizedText, TokenList> split)
{
    private static readonly SearchValues<char> Boundaries = SearchValues.Create([.. Enumerable.Range(0, 128).Where(IsBoundary).Select(point => (char)point)]);

    private readonly WordMemory _memory = new();

    public void Encode(ReadOnlyMemory<char> text, int shift, TokenList output)
    {
        var chars = text.Span;
        for (var start = 0; start < chars.Length;)
        {
            if (chars[start] is ' ' or '\n' or '\t' or '\r')
            {
                start++;
                continue;
            }
            var length = chars[(start + 1)..].IndexOfAny(Boundaries);
            length = chars[start] < 128 && IsBoundary(chars[start]) ? 1 : length < 0 ? chars.Length - start : length + 1;
            AddRun(text.Slice(start, length), shift + start, output);
            start += length;
        }
    }

    private static bool IsBoundary(int point) => point is ' ' or '\n' or '\t' or '\r' || Characters.IsPunctuation(point);

    private void AddRun(ReadOnlyMemory<char> run, int shift, TokenList output)
    {
        if (!_memory.TryGet(run.Span, out var pieces))
        {
            pieces = Compute(run);
            _memory.Add(run.Span, pieces);
        }
        var words = 0;
        foreach (ref readonly var piece in pieces)
        {
            output.Add(piece.Id, shift + piece.Start, shift + piece.End, output.WordCount + piece.Word);
            words = piece.Word + 1;
        }
        output.WordCount += words;
    }

    private WordPiece[] Compute(ReadOnlyMemory<char> run)
    {
        var normalized = normalizer.Apply(new NormalizedText(run, 0));
        var tokens = new TokenList();
        split(normalized, tokens);
        var pieces = new WordPiece[tokens.Count];
        for (var i = 0; i < pieces.Length; i++)
        {
            pieces[i] = new(tokens.Ids[i], tokens.Starts[i], tokens.Ends[i], tokens.Words[i]);
        }
        return pieces;
    }
}
