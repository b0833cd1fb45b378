using System.Text.Json;
using HitSongs.Transformers.Tokenizers.Text;

namespace HitSongs.Transformers.Tokenizers.PreTokenizers;

/// <summary>Splits a normalized text into words.</summary>
internal abstract class PreTokenizer
{
    /// <summary>Finds the first word at or after <paramref name="position"/> and moves the position behind it.</summary>
    /// <returns>False where no word is left.</returns>
    public abstract bool TryNext(ReadOnlySpan<char> text, ref int position, out int start, out int length);

    /// <summary>Prepares a text before it is split: byte-level BPE may put a space before it.</summary>
    public virtual NormalizedText Prepare(NormalizedText text) => text;

    /// <summary>Writes this pre-tokenizer as tokenizer.json has it.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}
