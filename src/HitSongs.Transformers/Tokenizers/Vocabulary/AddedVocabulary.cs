using HitSongs.Transformers.Tokenizers.Models;
using HitSongs.Transformers.Tokenizers.Normalizers;

namespace HitSongs.Transformers.Tokenizers.Vocabulary;

/// <summary>The tokens on top of a model's vocabulary, and those of its own that are looked for in the text itself.</summary>
internal sealed class AddedVocabulary
{
    private readonly TokenModel _model;
    private readonly Normalizer? _normalizer;
    private readonly Dictionary<string, int> _ids = [];
    private readonly SortedDictionary<int, AddedToken> _tokens = [];

    public AddedVocabulary(TokenModel model, Normalizer? normalizer)
    {
        _model = model;
        _normalizer = normalizer;
        Raw = Normalized = new([]);
    }

    /// <summary>Every added token by its id, in the order of the ids.</summary>
    public IReadOnlyDictionary<int, AddedToken> Tokens => _tokens;

    /// <summary>Looks through the text as it was given.</summary>
    public TokenMatcher Raw { get; private set; }

    /// <summary>Looks through the normalized text.</summary>
    public TokenMatcher Normalized { get; private set; }

    /// <summary>The size of both vocabularies together.</summary>
    public int Count => _model.Vocabulary.Count + _ids.Keys.Count(token => !_model.Vocabulary.ContainsKey(token));

    public int? IdOf(string token) => _ids.TryGetValue(token, out var id) || _model.Vocabulary.TryGetValue(token, out id) ? id : null;

    public string? TokenOf(int id) => _tokens.TryGetValue(id, out var token) ? token.content : _model.TokenOf(id);

    public bool IsSpecial(int id) => _tokens.TryGetValue(id, out var token) && token.special;

    /// <summary>Adds tokens; one that the model knows keeps its id, any other takes the next free one.</summary>
    /// <returns>How many tokens the vocabularies did not have.</returns>
    public int Add(IEnumerable<AddedToken> tokens)
    {
        var added = 0;
        foreach (var token in tokens.Where(one => one.content.Length > 0))
        {
            if (IdOf(token.content) is not { } id)
            {
                id = Math.Max(_tokens.Keys.DefaultIfEmpty(-1).Max(), HighestModelId) + 1;
                added++;
            }
            _ids[token.content] = id;
            _tokens[id] = token;
        }
        Refresh();
        return added;
    }

    /// <summary>Adds tokens with the ids that a file gives them.</summary>
    public void Restore(IEnumerable<(int Id, AddedToken Token)> tokens)
    {
        foreach (var (id, token) in tokens)
        {
            _ids[token.content] = id;
            _tokens[id] = token;
        }
        Refresh();
    }

    private int HighestModelId => _model.Vocabulary.Count == 0 ? -1 : _model.Vocabulary.Values.Max();

    private void Refresh()
    {
        var all = _tokens.Select(entry => (entry.Value.content, entry.Key, entry.Value)).ToLookup(entry => entry.Value.normalized);
        Raw = new(all[false]);
        Normalized = new(all[true].Select(entry => (_normalizer?.Apply(entry.content) ?? entry.content, entry.Key, entry.Value)));
    }
}
