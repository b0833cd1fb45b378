using static HitSongs.Tests.LibTorch.Parity.Observe;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace HitSongs.Tests.LibTorch.Parity;

internal static class RandomCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["randn"] = Draws(() => [randn(5), randn(3), randn(100), randn(2, 3)]),
        ["randn double"] = Draws(() => [randn(5, ScalarType.Float64), randn(20, ScalarType.Float64)]),
        ["rand"] = Draws(() => [rand(5), rand(33), rand(3, ScalarType.Float64)]),
        ["randint"] = Draws(() => [randint(0, 1000, [8L]), randint(7, [4L]), randint(-5, 5, [6L]), randint(0, 1L << 40, [4L])]),
        ["randperm"] = Draws(() => [randperm(20), randperm(1), randperm(300)]),
        ["normal_"] = Draws(() => [zeros(20).normal_(1, 2), zeros(7).normal_()]),
        ["uniform_"] = Draws(() => [zeros(7).uniform_(-2, 3), zeros(40).uniform_(0, 1)]),
        ["bernoulli_"] = Draws(() => [zeros(40).bernoulli_(0.3), zeros(5).bernoulli_(tensor(new[] { 0.1f, 0.5f, 0.9f, 0f, 1f }))]),
        ["bernoulli"] = Draws(() => [bernoulli(linspace(0, 1, 11))]),
        ["exponential_"] = Draws(() => [zeros(9).exponential_(1.5)]),
        ["cauchy_"] = Draws(() => [zeros(9).cauchy_(0.5, 2)]),
        ["log_normal_"] = Draws(() => [zeros(20).log_normal_(0.1, 0.5)]),
        ["geometric_"] = Draws(() => [zeros(9).geometric_(0.3)]),
        ["random_"] = Draws(() => [zeros(9).random_(3, 100)]),
        ["poisson"] = Draws(() => [poisson(tensor(new[] { 0.5f, 2f, 10f, 50f }))]),
        ["normal"] = Draws(() => [normal(linspace(-1, 1, 20), linspace(0.1, 2, 20))]),
        ["multinomial"] = Draws(() => [multinomial(tensor(new[] { 0.1f, 0.2f, 0.3f, 0.4f }), 3), multinomial(tensor(new float[,] { { 1, 2, 3 }, { 3, 2, 1 } }), 9, true)]),
        ["like"] = Draws(() => [rand_like(zeros(3, 4)), randn_like(zeros(3, 4))]),
        ["dropout"] = Draws(() => [dropout(ones(40), 0.3), dropout(ones(4), 0.5, false)]),
        ["dropout of channels"] = Draws(() => [dropout2d(ones(2, 5, 2, 2)), dropout1d(ones(2, 5, 2), 0.4)]),
        ["alpha_dropout"] = Draws(() => [alpha_dropout(ones(20), 0.4, true)]),
        ["own generator"] = Draws(OwnGenerator),
        ["restored state"] = Draws(RestoredState),
    };

    private static Tensor[] OwnGenerator()
    {
        using var own = new Generator();
        own.manual_seed(7);
        return [randn(5, generator: own), randn(5), zeros(5).uniform_(0, 1, own), randperm(9, generator: own)];
    }

    private static Tensor[] RestoredState()
    {
        randn(3).Dispose();
        using var state = get_rng_state();
        var first = randn(5);
        set_rng_state(state);
        return [first, randn(5)];
    }
}
