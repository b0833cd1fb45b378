using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Models;

/// <summary>Cuts a word into tokens of a vocabulary.</summary>
internal abstract class TokenModel
{
    private readonly Dictionary<int, string> _tokens;

    protected TokenModel(IReadOnlyDictionary<string, int> vocabulary)
    {
        Vocabulary = vocabulary;
        _tokens = new(vocabulary.Count);
        foreach (var (token, id) in vocabulary)
        {
            _tokens.TryAdd(id, token);
        }
    }

    /// <summary>Every token and its id; ids are unique.</summary>
    public IReadOnlyDictionary<string, int> Vocabulary { get; }

    public abstract string? UnknownToken { get; }

    public string? TokenOf(int id) => _tokens.GetValueOrDefault(id);

    /// <summary>Appends the tokens of one word, each with its range in the word.</summary>
    public abstract void Tokenize(ReadOnlySpan<char> word, List<WordPiece> pieces);

    /// <summary>Writes this model as tokenizer.json has it.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    /// <summary>Writes the vocabulary in the layout from before tokenizer.json.</summary>
    /// <returns>The files written.</returns>
    public abstract IReadOnlyList<string> SaveVocabulary(string folder, string prefix);

    protected void WriteVocabulary(Utf8JsonWriter writer)
    {
        foreach (var (token, id) in Vocabulary.OrderBy(entry => entry.Value))
        {
            writer.WriteNumber(token, id);
        }
    }
}

/// <summary>One token of a word, or of a run of words, and the chars [Start, End) of it that the token covers.</summary>
/// <param name="Id">The token's id.</param>
/// <param name="Start">The first char.</param>
/// <param name="End">The char behind the last.</param>
/// <param name="Word">In a run of words, which of them.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct WordPiece(int Id, int Start, int End, int Word = 0);
