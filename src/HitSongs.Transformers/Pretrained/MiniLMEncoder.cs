using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace HitSongs.Transformers.Pretrained;

/// <summary>
/// The network of all-MiniLM-L6-v2 as its package carries it, run by OnnxRuntime: what this project's own model is compared with. One
/// thread and a fixed level of optimisation, so that a text gets the same numbers whatever else runs.
/// </summary>
public sealed class MiniLMEncoder : IDisposable
{
    /// <summary>The size of every vector.</summary>
    public const int Size = 384;

    private static readonly Lazy<MiniLMEncoder> shared = new(() => new MiniLMEncoder());
    private readonly InferenceSession session;

    private MiniLMEncoder()
    {
        using var network = MiniLM.Onnx();
        var bytes = new byte[network.Length];
        network.ReadExactly(bytes);
        using var options = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
        };
        session = new InferenceSession(bytes, options);
    }

    /// <summary>The one of this process, made when it is first asked for; threads may share it.</summary>
    public static MiniLMEncoder Shared => shared.Value;

    /// <summary>Runs the network on one text without padding.</summary>
    /// <param name="ids">Token ids, [CLS] and [SEP] included: 512 at most.</param>
    /// <returns>The last hidden state, <see cref="Size"/> numbers for each token, and the pooler's output, <see cref="Size"/> numbers.</returns>
    public (float[] States, float[] Pooled) Run(IReadOnlyList<long> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        int[] shape = [1, ids.Count];
        NamedOnnxValue Input(string name, Func<long, long> value) =>
            NamedOnnxValue.CreateFromTensor(name, new DenseTensor<long>(ids.Select(value).ToArray(), shape));
        using var results = session.Run([Input("input_ids", id => id), Input("attention_mask", _ => 1), Input("token_type_ids", _ => 0)]);
        return ([.. results[0].AsEnumerable<float>()], [.. results[1].AsEnumerable<float>()]);
    }

    /// <summary>The vector of a sentence: the mean of its tokens' hidden states, scaled to length 1.</summary>
    public double[] SentenceVector(IReadOnlyList<long> ids)
    {
        var rows = Run(ids).States.Chunk(Size).ToList();
        var mean = Enumerable.Range(0, Size).Select(column => rows.Average(row => (double)row[column])).ToArray();
        var length = Math.Sqrt(mean.Sum(value => value * value));
        return [.. mean.Select(value => value / length)];
    }

    public void Dispose() => session.Dispose();
}
