using System.Text.Json;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>Where a tensor lies in a safetensors file.</summary>
/// <param name="Begin">Its first byte, counted from the end of the header.</param>
internal sealed record SafetensorsEntry(ScalarType Type, long[] Shape, long Begin, long Bytes);

/// <summary>Header of a safetensors file: eight bytes of length, then JSON.</summary>
/// <param name="DataStart">The first byte behind the header, counted from the beginning of the file.</param>
internal sealed record SafetensorsHeader(long DataStart, IReadOnlyDictionary<string, SafetensorsEntry> Entries, IReadOnlyDictionary<string, string> Metadata)
{
    // As in the Rust library, which refuses longer ones too.
    private const long LongestHeader = 100_000_000;
    private const int MostDimensions = 64;

    /// <exception cref="InvalidInputException">The file is cut, or its header says what cannot be.</exception>
    public static SafetensorsHeader Read(Stream file, string name)
    {
        try
        {
            Span<byte> length = stackalloc byte[8];
            if (file.ReadAtLeast(length, 8, throwOnEndOfStream: false) < 8)
                throw new InvalidDataException($"the file has {file.Length} bytes, too few for a header");
            var size = BitConverter.ToUInt64(length);
            if (size > LongestHeader)
                throw new InvalidDataException($"its header claims {size} bytes, {LongestHeader} are allowed");
            if ((long)size > file.Length - 8)
                throw new InvalidDataException($"its header claims {size} bytes, the file has {file.Length - 8} after the length");
            var json = new byte[size];
            file.ReadExactly(json);
            var dataStart = 8 + (long)size;
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            var (entries, metadata) = Contents(document.RootElement);
            RefuseHoles(entries, file.Length - dataStart);
            return new SafetensorsHeader(dataStart, entries, metadata);
        }
        catch (JsonException wrong)
        {
            throw Refusal(name, $"its header is no JSON: {wrong.Message.TrimEnd('.')}", wrong);
        }
        catch (InvalidOperationException wrong)
        {
            throw Refusal(name, "a text in its header is not Unicode", wrong); // JSON is parsed before its texts are decoded
        }
        catch (InvalidDataException wrong)
        {
            throw Refusal(name, wrong.Message, wrong);
        }
    }

    private static InvalidInputException Refusal(string name, string problem, Exception cause) =>
        new(name, null, $"this is no sound safetensors file: {problem}", "Download the file anew or save the model again", cause);

    private static (Dictionary<string, SafetensorsEntry>, Dictionary<string, string>) Contents(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new InvalidDataException("its header is no JSON object");
        var (entries, metadata) = (new Dictionary<string, SafetensorsEntry>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name != "__metadata__")
            {
                RefuseName(property.Name);
                entries.Add(property.Name, Entry(property.Name, property.Value));
                continue;
            }
            if (property.Value.ValueKind != JsonValueKind.Object) throw new InvalidDataException("its __metadata__ is no JSON object");
            foreach (var fact in property.Value.EnumerateObject())
            {
                metadata[fact.Name] =
                    fact.Value.ValueKind == JsonValueKind.String
                        ? fact.Value.GetString()!
                        : throw new InvalidDataException($"'{fact.Name}' in its __metadata__ is no text");
            }
        }
        return (entries, metadata);
    }

    // Names of weights are paths of modules; whoever makes files or fields of them must not be led elsewhere.
    private static void RefuseName(string name)
    {
        if (name.Length == 0 || name.Contains("..") || name.Any(char.IsControl)) throw new InvalidDataException($"'{Shown(name)}' is no name of a tensor");
    }

    private static SafetensorsEntry Entry(string name, JsonElement entry)
    {
        if (entry.ValueKind != JsonValueKind.Object
            || !entry.TryGetProperty("dtype", out var dtype) || dtype.ValueKind != JsonValueKind.String
            || !entry.TryGetProperty("shape", out var shape) || shape.ValueKind != JsonValueKind.Array
            || !entry.TryGetProperty("data_offsets", out var offsets) || offsets.ValueKind != JsonValueKind.Array || offsets.GetArrayLength() != 2)
        {
            throw new InvalidDataException($"'{Shown(name)}' lacks dtype, shape or data_offsets");
        }
        var (type, bytes) = SafetensorsDtype.Of(dtype.GetString()!)
            ?? throw new InvalidDataException($"'{Shown(name)}' has elements of {Shown(dtype.GetString()!)}, which are not read");
        if (shape.GetArrayLength() > MostDimensions)
            throw new InvalidDataException($"'{Shown(name)}' has {shape.GetArrayLength()} dimensions");
        long[] sizes = [.. shape.EnumerateArray().Select(size => Number(name, size))];
        var (begin, end) = (Number(name, offsets[0]), Number(name, offsets[1]));
        var needed = (Int128)bytes;
        foreach (var size in sizes) needed = Int128.Min(needed * size, Int128.One << 80);
        if (end < begin || needed != end - begin)
        {
            throw new InvalidDataException(
                $"'{Shown(name)}' of {dtype.GetString()} and shape [{string.Join(", ", sizes)}] does not fill its bytes {begin} to {end}"
            );
        }
        // A size beside a zero may be anything as far as bytes go; libtorch multiplies them.
        if (sizes.Aggregate(Int128.One, (product, size) => Int128.Min(product * Math.Max(size, 1), Int128.One << 80)) > long.MaxValue)
        {
            throw new InvalidDataException($"'{Shown(name)}' has the impossible shape [{string.Join(", ", sizes)}]");
        }
        return new SafetensorsEntry(type, sizes, begin, end - begin);
    }

    private static long Number(string name, JsonElement number) =>
        number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) && value >= 0
            ? value
            : throw new InvalidDataException($"'{Shown(name)}' has a size or offset that is no whole number from 0 on");

    // One tensor ends where the next begins, from the first byte to the last: nothing overlaps and nothing is hidden between.
    private static void RefuseHoles(Dictionary<string, SafetensorsEntry> entries, long length)
    {
        var expected = 0L;
        foreach (var (name, entry) in entries.OrderBy(entry => entry.Value.Begin).ThenBy(entry => entry.Value.Bytes))
        {
            if (entry.Begin != expected)
            {
                throw new InvalidDataException(
                    $"'{Shown(name)}' begins at byte {entry.Begin}, but the one before it ends at {expected}: tensors overlap or leave a gap"
                );
            }
            expected = entry.Begin + entry.Bytes;
        }
        if (expected != length) throw new InvalidDataException($"its tensors take {expected} bytes, the file has {length} for them");
    }

    private static string Shown(string text)
    {
        var plain = string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
        return plain.Length <= 80 ? plain : plain[..80] + "…";
    }
}
