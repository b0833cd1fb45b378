using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Decoders;

/// <summary>Turns tokens back into text.</summary>
internal abstract class Decoder
{
    public abstract IReadOnlyList<string> Decode(IReadOnlyList<string> tokens);

    /// <summary>Writes this decoder as tokenizer.json has it.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}
