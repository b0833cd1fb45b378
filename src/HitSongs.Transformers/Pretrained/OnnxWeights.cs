using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Pretrained;

/// <summary>The weights of a network in ONNX's format, by the names that they had in PyTorch.</summary>
internal static class OnnxWeights
{
    private const int DeepestMessage = 100;

    /// <summary>
    /// Reads the weights. The export renames and transposes what a linear layer multiplies by, so that x Wᵀ becomes a plain product; the
    /// offset that is added to this product kept its name, and the weight gets the name beside it.
    /// </summary>
    /// <exception cref="InvalidDataException">The file is no such network.</exception>
    public static Dictionary<string, Tensor> Read(Stream network)
    {
        var graph = Parse(network).Graph;
        var weights = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        foreach (var stored in graph.Initializer.Where(initializer => initializer.DataType == (int)TensorProto.Types.DataType.Float))
        {
            var values = tensor(MemoryMarshal.Cast<byte, float>(stored.RawData.Span).ToArray(), [.. stored.Dims]);
            if (IsNamed(stored.Name)) weights.Add(stored.Name, values);
            else weights.Add(NameBesideOffset(graph, stored.Name), values.t().contiguous());
        }
        return weights;
    }

    private static ModelProto Parse(Stream network)
    {
        try
        {
            using var input = CodedInputStream.CreateWithLimits(network, int.MaxValue, DeepestMessage);
            return ModelProto.Parser.ParseFrom(input);
        }
        catch (InvalidProtocolBufferException wrong)
        {
            throw new InvalidDataException($"this is no network in ONNX's format: {wrong.Message}", wrong);
        }
    }

    private static bool IsNamed(string name) => name.EndsWith(".weight", StringComparison.Ordinal) || name.EndsWith(".bias", StringComparison.Ordinal);

    private static string NameBesideOffset(GraphProto graph, string weight)
    {
        var product = graph.Node.SingleOrDefault(node => node.OpType == "MatMul" && node.Input.Contains(weight));
        var sum = product is null ? null : graph.Node.SingleOrDefault(node => node.OpType == "Add" && node.Input.Contains(product.Output[0]));
        var offset = sum?.Input.SingleOrDefault(name => name.EndsWith(".bias", StringComparison.Ordinal))
            ?? throw new InvalidDataException($"no offset tells which layer the weight '{weight}' belongs to");
        return offset[..^"bias".Length] + "weight";
    }
}
