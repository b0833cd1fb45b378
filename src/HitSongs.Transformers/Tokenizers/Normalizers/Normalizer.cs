using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.Normalizers;

/// <summary>Rewrites a text before it is split, keeping track of where each character came from.</summary>
internal abstract class Normalizer
{
    public abstract NormalizedText Apply(NormalizedText text);

    /// <summary>Writes this normalizer as tokenizer.json has it.</summary>
    public abstract void Write(Utf8JsonWriter writer);

    public string Apply(string text) => Apply(new NormalizedText(text.AsMemory(), 0)).Chars.ToString();
}
