using System.Diagnostics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks;

/// <summary>
/// Does the same computations over and over while another thread forces full, compacting collections without a pause, so that every
/// tensor nobody keeps alive is finalized at once, also one that a native call is still using. Each result must be, to the bit, what it
/// was without the collections.
/// </summary>
internal static class GcStress
{
    private static readonly (string Name, Func<double[]> Compute)[] Computations =
    [
        ("training", Training),
        ("hooks", Hooks),
        ("indexing", Indexing),
        ("lists of tensors", Lists),
        ("chains of temporaries", Chain),
        ("retained graphs", RetainedGraphs),
        ("scopes", Scopes),
        ("reading elements", Elements),
        ("state of a module", States),
    ];

    public static int Run(TimeSpan duration)
    {
        set_num_threads(1);
        var expected = Computations.Select(computation => computation.Compute()).ToArray();
        using var stop = new CancellationTokenSource();
        var collections = 0;
        var collector = new Thread(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
                collections++;
                // The finalizer thread frees what was found while the operations go on.
                if (collections % 8 == 0) GC.WaitForPendingFinalizers();
            }
        });
        collector.Start();
        var wrong = Repeat(expected, duration, out var rounds);
        stop.Cancel();
        collector.Join();
        Console.WriteLine($"{rounds} rounds of {Computations.Length} computations during {collections} full collections: {(wrong is null ? "every number as without them" : wrong)}");
        return wrong is null ? 0 : 1;
    }

    private static string? Repeat(double[][] expected, TimeSpan duration, out int rounds)
    {
        rounds = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < duration; rounds++)
        {
            for (var i = 0; i < Computations.Length; i++)
            {
                var observed = Computations[i].Compute();
                if (!observed.SequenceEqual(expected[i])) return $"{Computations[i].Name} gave {string.Join(' ', observed)} instead of {string.Join(' ', expected[i])}";
            }
        }
        return null;
    }

    private static Sequential Network() => nn.Sequential(nn.Linear(8, 16), nn.Tanh(), nn.Dropout(0.2), nn.Linear(16, 3));

    private static double[] Training()
    {
        manual_seed(0);
        var model = Network();
        var optimizer = optim.Adam(model.parameters(), 0.01);
        var losses = new double[10];
        for (var i = 0; i < losses.Length; i++)
        {
            optimizer.zero_grad();
            var loss = nn.functional.cross_entropy(model.call(randn(32, 8)), randint(0, 3, [32L]));
            loss.backward();
            optimizer.step();
            losses[i] = loss.item<float>();
        }
        return losses;
    }

    private static double[] Hooks()
    {
        manual_seed(1);
        var model = nn.Linear(8, 3);
        var seen = new List<double>();
        model.register_forward_pre_hook((_, input) => input * 2);
        model.register_forward_hook((_, _, output) =>
        {
            seen.Add(output.sum().item<float>());
            return output.relu();
        });
        var x = randn([4, 8], requires_grad: true);
        model.call(x).sum().backward();
        return [.. seen, x.grad!.sum().item<float>(), model.weight.grad!.sum().item<float>()];
    }

    private static double[] Indexing()
    {
        manual_seed(2);
        var x = randn(6, 5, 4);
        x[TensorIndex.Slice(0, 2), TensorIndex.Single(1)] = ones(4);
        return [x[1].sum().item<float>(), x[TensorIndex.Ellipsis, TensorIndex.Slice(null, null, 2)].mean().item<float>(), x[x > 0].sum().item<float>(), x.index_select(0, tensor(new long[] { 5, 0 })).max().item<float>()];
    }

    private static double[] Lists()
    {
        manual_seed(3);
        var joined = cat([randn(3, 4), stack([randn(4), randn(4) + 1]), randn(1, 4).mul(2)]);
        var parts = joined.split(2);
        return [.. parts.Select(part => (double)part.sum().item<float>()), einsum("ij,kj->ik", parts[0], parts[1]).sum().item<float>()];
    }

    private static double[] Chain()
    {
        manual_seed(4);
        var x = randn(16, 16);
        for (var i = 0; i < 20; i++) x = ((x * 0.9) + x.t().matmul(x).softmax(1)).tanh().clone();
        return [x.sum().item<float>(), x.max(1).Item1.sum().item<float>(), x.sort(0).Item1[3].sum().item<float>()];
    }

    private static double[] RetainedGraphs()
    {
        manual_seed(5);
        var x = randn([5], requires_grad: true);
        var gradient = autograd.grad([x.pow(4).sum()], [x], create_graph: true)[0];
        gradient.pow(2).sum().backward(retain_graph: true);
        return [x.grad!.sum().item<float>(), gradient.sum().item<float>()];
    }

    private static double[] Scopes()
    {
        manual_seed(6);
        Tensor kept;
        using (NewDisposeScope())
        {
            var inner = WrappedTensorDisposeScope(() => randn(8).exp().cumsum(0));
            kept = (inner + inner.flip(0)).MoveToOuterDisposeScope();
        }
        return [kept.sum().item<float>()];
    }

    private static double[] Elements()
    {
        manual_seed(7);
        return [.. randn(9).to(ScalarType.Float64).data<double>(), .. arange(6).to(ScalarType.Float64).reshape(2, 3).t().data<double>().ToArray()];
    }

    private static double[] States()
    {
        manual_seed(8);
        var (first, second) = (Network(), Network());
        second.load_state_dict(first.state_dict());
        second.eval();
        return [second.call(ones(2, 8)).sum().item<float>(), second.parameters().Sum(parameter => (double)parameter.detach().abs().sum().item<float>())];
    }
}
