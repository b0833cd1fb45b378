using HitSongs.Transformers.Pretrained;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace HitSongs.Tests.Transformers.Pretrained;

/// <summary>The network as the package carries it, run by OnnxRuntime: nothing of it goes through this project's models.</summary>
internal sealed class OnnxMiniLM : IDisposable
{
    private readonly InferenceSession session;

    public OnnxMiniLM()
    {
        using var network = MiniLM.Onnx();
        var bytes = new byte[network.Length];
        network.ReadExactly(bytes);
        using var options = new SessionOptions { IntraOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC };
        session = new InferenceSession(bytes, options);
    }

    /// <summary>The last hidden states, token after token, and the pooled vector of a text without padding.</summary>
    public (float[] states, float[] pooled) Run(IReadOnlyList<int> ids)
    {
        int[] shape = [1, ids.Count];
        NamedOnnxValue Input(string name, Func<int, long> value) => NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(ids.Select(value).ToArray(), shape));
        using var results = session.Run([Input("input_ids", id => id), Input("attention_mask", _ => 1), Input("token_type_ids", _ => 0)]);
        return ([.. results[0].AsEnumerable<float>()], [.. results[1].AsEnumerable<float>()]);
    }

    public void Dispose() => session.Dispose();
}
