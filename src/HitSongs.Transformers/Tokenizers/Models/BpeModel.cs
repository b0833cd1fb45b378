using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Json;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>Options of a byte-pair model besides its vocabulary; the defaults are GPT-2's.</summary>
internal sealed record BpeOptions
{
    public string? UnknownToken { get; init; }

    public string? ContinuingPrefix { get; init; }

    public string? EndOfWordSuffix { get; init; }

    public bool FuseUnknown { get; init; }

    /// <summary>Whether a word that is a token itself is taken as it stands, without a look at the merges.</summary>
    public bool IgnoreMerges { get; init; }
}

/// <summary>Byte-pair encoding: a word begins as single characters, and the pair whose merge was learned first is joined until none is left.</summary>
internal sealed class BpeModel : TokenModel
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _ids;
    private readonly Dictionary<long, (int Rank, int Id)> _ranks;
    private readonly BpeOptions _options;

    /// <exception cref="ArgumentException">A merge's parts or result, or the unknown token, are not in the vocabulary.</exception>
    public BpeModel(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyList<(string Left, string Right)> merges, BpeOptions? options = null)
        : base(vocabulary)
    {
        _options = options ?? new();
        Merges = merges;
        var ids = new Dictionary<string, int>(vocabulary);
        _ids = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        if (_options.UnknownToken is { } unknown && !ids.ContainsKey(unknown))
        {
            throw new ArgumentException($"the vocabulary lacks its unknown token \"{unknown}\"", nameof(vocabulary));
        }
        _ranks = new(merges.Count);
        for (var rank = 0; rank < merges.Count; rank++)
        {
            var (left, right) = merges[rank];
            var joined = Join(left, right);
            foreach (var part in (ReadOnlySpan<string>)[left, right, joined])
            {
                if (!ids.ContainsKey(part))
                {
                    throw new MissingMergePartException(rank, part);
                }
            }
            // The first rank of a pair that is repeated would be unreachable in Hugging Face's reader: the last one stands.
            _ranks[Key(ids[left], ids[right])] = (rank, ids[joined]);
        }
    }

    public IReadOnlyList<(string Left, string Right)> Merges { get; }

    public BpeOptions Options => _options;

    public override string? UnknownToken => _options.UnknownToken;

    public override void Tokenize(ReadOnlySpan<char> word, List<WordPiece> pieces)
    {
        if (_options.IgnoreMerges && _ids.TryGetValue(word, out var whole))
        {
            pieces.Add(new(whole, 0, word.Length));
            return;
        }
        var before = pieces.Count;
        AddSymbols(word, pieces);
        var count = pieces.Count - before;
        if (count > 1)
        {
            var kept = BpeMerger.Merge(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(pieces)[before..], _ranks);
            pieces.RemoveRange(before + kept, count - kept);
        }
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "BPE");
        writer.WriteNull("dropout");
        writer.WriteString("unk_token", _options.UnknownToken);
        writer.WriteString("continuing_subword_prefix", _options.ContinuingPrefix);
        writer.WriteString("end_of_word_suffix", _options.EndOfWordSuffix);
        writer.WriteBoolean("fuse_unk", _options.FuseUnknown);
        writer.WriteBoolean("byte_fallback", false);
        writer.WriteBoolean("ignore_merges", _options.IgnoreMerges);
        writer.WriteStartObject("vocab");
        WriteVocabulary(writer);
        writer.WriteEndObject();
        writer.WriteStartArray("merges");
        foreach (var (left, right) in Merges)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(left);
            writer.WriteStringValue(right);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public override IReadOnlyList<string> SaveVocabulary(string folder, string prefix)
    {
        var vocabulary = Path.Combine(folder, prefix + "vocab.json");
        using (var stream = File.Create(vocabulary))
        using (var writer = new Utf8JsonWriter(stream, JsonLayout.Compact))
        {
            writer.WriteStartObject();
            WriteVocabulary(writer);
            writer.WriteEndObject();
        }
        var merges = Path.Combine(folder, prefix + "merges.txt");
        File.WriteAllText(merges, "#version: 0.2\n" + string.Concat(Merges.Select(merge => $"{merge.Left} {merge.Right}\n")));
        return [vocabulary, merges];
    }

    /// <summary>The token that two become; a continuing prefix of the right one goes.</summary>
    private string Join(string left, string right) =>
        _options.ContinuingPrefix is { Length: > 0 } prefix && right.StartsWith(prefix, StringComparison.Ordinal)
            ? left + right[prefix.Length..]
            : left + right;

    private void AddSymbols(ReadOnlySpan<char> word, List<WordPiece> pieces)
    {
        var unknownBefore = false;
        for (var i = 0; i < word.Length;)
        {
            Characters.At(word, i, out var length);
            var (start, end) = (i, i + length);
            i = end;
            if (TryFind(word[start..end], start == 0, end == word.Length, out var id))
            {
                pieces.Add(new(id, start, end));
                unknownBefore = false;
            }
            else if (_options.UnknownToken is { } unknown)
            {
                if (_options.FuseUnknown && unknownBefore)
                {
                    pieces[^1] = pieces[^1] with { End = end };
                    continue;
                }
                pieces.Add(new(Vocabulary[unknown], start, end));
                unknownBefore = true;
            }
        }
    }

    private bool TryFind(ReadOnlySpan<char> symbol, bool isFirst, bool isLast, out int id) =>
        _options is { ContinuingPrefix: null, EndOfWordSuffix: null }
            ? _ids.TryGetValue(symbol, out id)
            : _ids.TryGetValue($"{(isFirst ? "" : _options.ContinuingPrefix)}{symbol}{(isLast ? _options.EndOfWordSuffix : "")}", out id);

    public static long Key(int left, int right) => ((long)left << 32) | (uint)right;
}

/// <summary>A merge names a token that the vocabulary lacks; the reader of the file turns this into a line that names the place.</summary>
internal sealed class MissingMergePartException(int rank, string part)
    : ArgumentException($"merge {rank + 1} needs the token \"{part}\", which the vocabulary lacks")
{
    public int Rank { get; } = rank;

    public string Part { get; } = part;
}
