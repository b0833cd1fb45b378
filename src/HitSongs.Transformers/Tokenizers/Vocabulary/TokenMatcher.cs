using System.Buffers;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Vocabulary;

/// <summary>A token found in a text.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Start">Where the token itself begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="OuterStart">Where the whitespace that it takes on its left begins.</param>
/// <param name="OuterEnd">Where the whitespace that it takes on its right ends.</param>
internal sealed record TokenMatch(int Id, int Start, int End, int OuterStart, int OuterEnd);

/// <summary>Finds tokens written out in a text: the leftmost, and of those the longest.</summary>
internal sealed class TokenMatcher
{
    private readonly SearchValues<string>? _any;
    private readonly ILookup<char, (string Content, int Id, AddedToken Token)> _byFirst;

    /// <param name="tokens">What to look for, already normalized where that is asked for; empty ones are never found.</param>
    public TokenMatcher(IEnumerable<(string Content, int Id, AddedToken Token)> tokens)
    {
        var all = tokens.Where(one => one.Content.Length > 0).ToList();
        _any = all.Count == 0 ? null : SearchValues.Create([.. all.Select(one => one.Content)], StringComparison.Ordinal);
        _byFirst = all.OrderByDescending(one => one.Content.Length).ToLookup(one => one.Content[0]);
    }

    public bool IsEmpty => _any is null;

    /// <summary>The next token at or after <paramref name="from"/>, with the whitespace that it takes from there on.</summary>
    /// <returns>Null where there is none.</returns>
    public TokenMatch? Find(ReadOnlySpan<char> text, int from)
    {
        var floor = from;
        while (_any is not null && text[from..].IndexOfAny(_any) is var found and >= 0)
        {
            var start = from + found;
            var (content, id, token) = Longest(text[start..]);
            from = start + content.Length;
            if (token.single_word && (EndsWithWord(text[..start]) || StartsWithWord(text[from..])))
            {
                continue;
            }
            return new(
                id,
                start,
                from,
                token.lstrip ? Math.Max(floor, text[..start].TrimEnd().Length) : start,
                token.rstrip ? text.Length - text[from..].TrimStart().Length : from);
        }
        return null;
    }

    private static bool EndsWithWord(ReadOnlySpan<char> text) => !text.IsEmpty && Characters.IsWord(Characters.Before(text, text.Length, out _));

    private static bool StartsWithWord(ReadOnlySpan<char> text) => !text.IsEmpty && Characters.IsWord(Characters.At(text, 0, out _));

    private (string Content, int Id, AddedToken Token) Longest(ReadOnlySpan<char> text)
    {
        foreach (var one in _byFirst[text[0]])
        {
            if (text.StartsWith(one.Content, StringComparison.Ordinal))
            {
                return one;
            }
        }
        throw new InvalidOperationException("A search for tokens found one that is not there.");
    }
}
