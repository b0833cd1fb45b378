using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>A file of a model folder, read whole, with one clear error for whatever is wrong in it.</summary>
internal sealed class PretrainedFile
{
    /// <summary>The largest tokenizer in use (Gemma's) has 35 MB; what is far beyond that is not a tokenizer's file.</summary>
    private const long MostBytes = 256L << 20;
    private const int MostShown = 60;
    private static readonly System.Text.UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _path;
    private readonly byte[] _bytes;

    private PretrainedFile(string path, byte[] bytes)
    {
        _path = path;
        _bytes = bytes;
    }

    /// <exception cref="InvalidInputException">The file is missing, cannot be read, or is larger than a tokenizer's file can be.</exception>
    public static PretrainedFile Open(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length > MostBytes)
            {
                throw new InvalidInputException(
                    path,
                    null,
                    $"the file has {length:N0} bytes, more than the {MostBytes:N0} that a tokenizer's file may have",
                    "Look whether it is the right file"
                );
            }
            var bytes = File.ReadAllBytes(path);
            return new(path, bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[3..] : bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(
                path,
                null,
                "the file cannot be read: " + error.Message.TrimEnd('.'),
                "Look whether it is there and readable",
                error
            );
        }
    }

    /// <summary>The file as one JSON value.</summary>
    public JsonValue ReadJson()
    {
        var reader = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = 64 });
        try
        {
            reader.Read();
            var value = Value(ref reader);
            while (reader.Read())
            {
                // Whatever follows the value makes the reader throw.
            }
            return value;
        }
        catch (JsonException error)
        {
            throw new InvalidInputException(
                _path,
                (int)(error.LineNumber ?? 0) + 1,
                "this is not JSON: " + Reason(error),
                "Download the file again: it is cut short or damaged",
                error
            );
        }
        catch (InvalidOperationException error)
        {
            throw Fault(reader.TokenStartIndex, "this text is not valid Unicode", "Write lone surrogates and bytes that are not UTF-8 out of the file", error);
        }
    }

    /// <summary>The file's lines without their ends; the empty one after the last line break is none.</summary>
    public IReadOnlyList<string> ReadLines()
    {
        try
        {
            var lines = Strict.GetString(_bytes).Split('\n');
            var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
            return [.. lines.Take(count).Select(line => line.TrimEnd('\r'))];
        }
        catch (System.Text.DecoderFallbackException error)
        {
            throw Fault(Math.Max(0, error.Index), "this is not UTF-8", "Save the file as UTF-8", error);
        }
    }

    public InvalidInputException Fault(long position, string problem, string remedy, Exception? cause = null) =>
        new(_path, 1 + _bytes.AsSpan(0, (int)Math.Min(position, _bytes.Length)).Count((byte)'\n'), problem, remedy, cause);

    public InvalidInputException FaultInLine(int line, string problem, string remedy) => new(_path, line, problem, remedy);

    /// <summary>A text for a message: quoted, without line breaks, and cut where it is long.</summary>
    public static string Quote(string text)
    {
        var shown = text.Length > MostShown ? text[..MostShown] + "…" : text;
        return "\"" + string.Concat(shown.Select(one => char.IsControl(one) ? ' ' : one)) + "\"";
    }

    private JsonValue Value(ref Utf8JsonReader reader)
    {
        var position = reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new JsonValue(this, position, JsonTokenType.StartObject);
                var names = new HashSet<string>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    if (!names.Add(name))
                    {
                        throw Fault(reader.TokenStartIndex, $"the key {Quote(name)} is there twice", "Remove one of the two");
                    }
                    reader.Read();
                    members.Add(name, Value(ref reader));
                }
                return members;
            case JsonTokenType.StartArray:
                var items = new JsonValue(this, position, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add("", Value(ref reader));
                }
                return items;
            case JsonTokenType.String:
                return new(this, position, JsonTokenType.String) { Text = reader.GetString()! };
            default:
                return new(this, position, reader.TokenType) { Text = System.Text.Encoding.UTF8.GetString(reader.ValueSpan) };
        }
    }

    private static string Reason(JsonException error)
    {
        var end = error.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return (end < 0 ? error.Message : error.Message[..end]).TrimEnd('.');
    }
}
