using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Torch;

/// <summary>Everything that is compared.</summary>
internal static class Workloads
{
    private const int Rows = 20000;

    public static IReadOnlyList<Workload> All { get; } =
    [
        new("add without grad", 200_000, () => Adding(requires_grad: false)),
        new("add with grad", 200_000, () => Adding(requires_grad: true)),
        new("MLP training step, batch 256", 400, () => Training(256)),
        new("MLP training step, batch 32", 800, () => Training(32)),
        new("MLP inference, batch 256", 2000, () => Inference(256)),
        new("MLP inference, batch 1", 10_000, () => Inference(1)),
        new("ResNet-18 forward, batch 1", 4, ResNet.Forward),
        new("LSTM training step", 40, Sequences.Lstm),
        new("TransformerEncoder training step", 40, Sequences.Transformer),
        new("BERT-tiny training step", 20, Berts.Training),
        new("BERT-tiny inference, batch 8", 40, Berts.Inference),
    ];

    private static Action<int> Adding(bool requires_grad) => times =>
    {
        using var a = ones(8, requires_grad: requires_grad);
        using var b = ones(8);
        using var mode = requires_grad ? enable_grad() : no_grad();
        for (var i = 0; i < times; i++)
        {
            using var sum = a + b;
        }
    };

    private static Sequential Network() => nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 10));

    private static Action<int> Training(int batch)
    {
        manual_seed(0);
        var (inputs, targets) = (randn(Rows, 32), randint(0, 10, [Rows]));
        var model = Network();
        var optimizer = optim.Adam(model.parameters(), 1e-3);
        var criterion = nn.CrossEntropyLoss();
        var order = randperm(Rows);
        var next = 0;
        return times =>
        {
            for (var i = 0; i < times; i++)
            {
                using var scope = NewDisposeScope();
                if (next + batch > Rows) next = 0;
                var chosen = order.narrow(0, next, batch);
                next += batch;
                var (x, y) = (inputs.index_select(0, chosen), targets.index_select(0, chosen));
                optimizer.zero_grad();
                var loss = criterion.call(model.call(x), y);
                loss.backward();
                optimizer.step();
                loss.item<float>();
            }
        };
    }

    private static Action<int> Inference(int batch)
    {
        manual_seed(0);
        var input = randn(batch, 32);
        var model = Network();
        return times =>
        {
            using var mode = no_grad();
            for (var i = 0; i < times; i++)
            {
                using var output = model.call(input);
            }
        };
    }
}
