using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Torch;

/// <summary>Training steps of models that read sequences.</summary>
internal static class Sequences
{
    private const int Batch = 16;
    private const int Length = 20;
    private const int Classes = 10;

    public static Action<int> Lstm()
    {
        manual_seed(0);
        var (lstm, head) = (nn.LSTM(32, 64, batchFirst: true), nn.Linear(64, Classes));
        var x = randn(Batch, Length, 32);
        return Training([.. lstm.parameters(), .. head.parameters()], () => head.call(lstm.call(x).Item1.select(1, -1)));
    }

    public static Action<int> Transformer()
    {
        manual_seed(0);
        var (encoder, head) = (nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128), 2), nn.Linear(64, Classes));
        var x = randn(Length, Batch, 64);
        return Training([.. encoder.parameters(), .. head.parameters()], () => head.call(encoder.call(x).mean([0])));
    }

    private static Action<int> Training(Parameter[] parameters, Func<Tensor> scores)
    {
        var targets = randint(0, Classes, [Batch]);
        var optimizer = optim.Adam(parameters, 1e-3);
        var criterion = nn.CrossEntropyLoss();
        return times =>
        {
            for (var i = 0; i < times; i++)
            {
                using var scope = NewDisposeScope();
                optimizer.zero_grad();
                var loss = criterion.call(scores(), targets);
                loss.backward();
                optimizer.step();
                loss.item<float>();
            }
        };
    }
}
