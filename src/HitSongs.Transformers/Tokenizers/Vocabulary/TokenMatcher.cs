using System.Buffers;

namespace HitSongs.Transformers.Tokenizers;

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

    /// <summary>The next token at or after <paramref name="from"/>, with the whitespace that it takes from <paramref name="floor"/> on.</summary>
    /// <returns>False where there is none.</returns>
    public bool TryFind(ReadOnlySpan<char> text, int from, int floor, out int start, out int end, out int id)
    {
        (start, end, id) = (0, 0, 0);
        while (_any is not null && text[from..].IndexOfAny(_any) is var found and >= 0)
        {
            start = from + found;
            var (content, tokenId, token) = Longest(text[start..]);
            end = start + content.Length;
            from = end;
            id = tokenId;
            if (token.single_word && (EndsWithWord(text[..start]) || StartsWithWord(text[end..])))
            {
                continue;
            }
            if (token.lstrip)
            {
                start = Math.Max(floor, text[..start].TrimEnd().Length);
            }
            if (token.rstrip)
            {
                end = text.Length - text[end..].TrimStart().Length;
            }
            return true;
        }
        return false;
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
