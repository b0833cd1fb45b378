namespace HitSongs.Tests.Transformers.Tokenizers.Oracles;

/// <summary>Hugging Face's own tokenizers, in Rust.</summary>
internal sealed class RustTokenizer(string folder) : IDisposable
{
    private readonly global::Tokenizers.DotNet.Tokenizer tokenizer = new(Path.Combine(folder, "tokenizer.json"));

    /// <summary>The ids of a text, special tokens included.</summary>
    public int[] Ids(string text) => Array.ConvertAll(tokenizer.Encode(text), id => (int)id);

    /// <summary>The text of ids, without special tokens.</summary>
    public string Text(IEnumerable<int> ids) => tokenizer.Decode([.. ids.Select(id => (uint)id)]);

    public void Dispose() => tokenizer.Dispose();
}
