using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Memory;

internal static class Loops
{
    private const long Small = 4096;
    private const long Large = 8L << 20;

    public static IReadOnlyList<Loop> All { get; } =
    [
        new("4,096 elements, nothing disposed", 200_000, () => Arithmetic(Small, grad: false, Left)),
        new("4,096 elements with backward, nothing disposed", 40_000, () => Arithmetic(Small, grad: true, Left)),
        new("4,096 elements with backward, using", 40_000, () => Arithmetic(Small, grad: true, Disposed)),
        new("4,096 elements with backward, scope", 40_000, () => Arithmetic(Small, grad: true, Scoped)),
        new("32 MB tensors, nothing disposed", 100, () => Arithmetic(Large, grad: false, Left)),
        new("32 MB tensors with backward, nothing disposed", 40, () => Arithmetic(Large, grad: true, Left)),
        new("32 MB tensors, using", 100, () => Arithmetic(Large, grad: false, Disposed)),
        new("32 MB tensors, scope", 100, () => Arithmetic(Large, grad: false, Scoped)),
        new("MLP training step, nothing disposed", 10_000, Training),
        new("indexing, nothing disposed", 100_000, Indexing),
    ];

    private static Action Arithmetic(long size, bool grad, Action<Tensor, Tensor> way)
    {
        var (x, y) = (ones(size), ones(size, requires_grad: grad));
        return () => way(x, y);
    }

    private static void Left(Tensor x, Tensor y)
    {
        var product = (x + y) * x;
        if (y.requires_grad) product.sum().backward();
    }

    private static void Disposed(Tensor x, Tensor y)
    {
        using var sum = x + y;
        using var product = sum * x;
        if (!y.requires_grad) return;
        using var total = product.sum();
        total.backward();
    }

    private static void Scoped(Tensor x, Tensor y)
    {
        using var scope = NewDisposeScope();
        Left(x, y);
    }

    private static Action Training()
    {
        var model = nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 10));
        var optimizer = optim.Adam(model.parameters());
        var (x, y) = (randn(256, 32), randint(0, 10, [256L]));
        return () =>
        {
            optimizer.zero_grad();
            nn.functional.cross_entropy(model.call(x), y).backward();
            optimizer.step();
        };
    }

    private static Action Indexing()
    {
        var x = randn(64, 64);
        return () => _ = x[TensorIndex.Slice(1, 9), TensorIndex.Single(3)].sum() + x[5].max();
    }
}
