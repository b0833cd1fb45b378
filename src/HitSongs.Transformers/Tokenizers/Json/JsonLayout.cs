using System.Text.Encodings.Web;
using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Json;

/// <summary>Layouts of JSON in the files of tokenizers: every character as it is.</summary>
internal static class JsonLayout
{
    public static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
