using System.Text.Json;
using HitSongs.Transformers.Weights.Memory;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights;

/// <summary>Writes safetensors files as Python's library does: larger elements first, names in order, the header padded to eight bytes.</summary>
internal static class SafetensorsWriter
{
    /// <summary>File metadata that Python's library expects.</summary>
    public static IReadOnlyDictionary<string, string> OfPyTorch { get; } = new Dictionary<string, string> { ["format"] = "pt" };

    /// <summary>Writes a file; a file of that name is replaced only once the new one is complete.</summary>
    public static void WriteFile(IReadOnlyDictionary<string, Tensor> tensors, string path, IReadOnlyDictionary<string, string>? metadata) =>
        WholeFile.Write(path, file => Write(file, tensors, metadata));

    public static void Write(Stream file, IReadOnlyDictionary<string, Tensor> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        var entries = tensors.Select(tensor => (name: tensor.Key, tensor: tensor.Value, type: SafetensorsDtype.Of(tensor.Value.dtype)))
            .OrderByDescending(entry => entry.type.bytes).ThenBy(entry => entry.name, StringComparer.Ordinal).ToArray();
        var header = Header(entries, metadata);
        file.Write(BitConverter.GetBytes((long)header.Length));
        file.Write(header);
        foreach (var (_, tensor, _) in entries)
        {
            using var scope = NewDisposeScope();
            using var unrecorded = no_grad();
            TensorMemory.Write(tensor.cpu().contiguous(), file);
        }
    }

    private static byte[] Header((string name, Tensor tensor, (string name, int bytes) type)[] entries, IReadOnlyDictionary<string, string>? metadata)
    {
        using var memory = new MemoryStream();
        using (var json = new Utf8JsonWriter(memory))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata) json.WriteString(key, value);
                json.WriteEndObject();
            }
            var offset = 0L;
            foreach (var (name, tensor, (dtype, bytes)) in entries)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", dtype);
                json.WriteStartArray("shape");
                foreach (var size in tensor.shape) json.WriteNumberValue(size);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                json.WriteNumberValue(offset += tensor.numel() * bytes);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (memory.Length % 8 != 0) memory.WriteByte((byte)' ');
        return memory.ToArray();
    }
}
