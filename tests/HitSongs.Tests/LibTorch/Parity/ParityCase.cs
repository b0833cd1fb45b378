using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>One computation that make_expectations.py does too: what it observes, by name.</summary>
internal delegate IEnumerable<(string Name, Tensor Value)> ParityCase();

/// <summary>The shapes of cases, one for each helper of make_expectations.py.</summary>
internal static class Observe
{
    /// <summary>The result of a function, and the gradient of its weighted sum for each input.</summary>
    public static ParityCase Gradients(Func<Tensor, Tensor> function, params long[][] shapes) => GradientsOf(x => function(x[0]), shapes);

    /// <inheritdoc cref="Gradients(Func{Tensor, Tensor}, long[][])"/>
    public static ParityCase Gradients(Func<Tensor, Tensor, Tensor> function, params long[][] shapes) => GradientsOf(x => function(x[0], x[1]), shapes);

    /// <inheritdoc cref="Gradients(Func{Tensor, Tensor}, long[][])"/>
    public static ParityCase Gradients(Func<Tensor, Tensor, Tensor, Tensor> function, params long[][] shapes) => GradientsOf(x => function(x[0], x[1], x[2]), shapes);

    /// <summary>The results of a function without recording, numbered from 1.</summary>
    public static ParityCase Values(Func<Tensor, Tensor[]> function, params long[][] shapes) => ValuesOf(x => function(x[0]), shapes);

    /// <inheritdoc cref="Values(Func{Tensor, Tensor[]}, long[][])"/>
    public static ParityCase Values(Func<Tensor, Tensor, Tensor[]> function, params long[][] shapes) => ValuesOf(x => function(x[0], x[1]), shapes);

    /// <summary>What a function draws from seed 42 on.</summary>
    public static ParityCase Draws(Func<Tensor[]> function) => () => Numbered("value", Seeded(42, function));

    /// <summary>The parameters of a module made from seed 7 on.</summary>
    public static ParityCase Initial(Func<nn.Module> make) => () => Seeded(7, make).named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter));

    /// <summary>What an initialiser makes, from seed 7 on, of zeros.</summary>
    public static ParityCase Filled(Func<Tensor, Tensor> fill, params long[] shape) => () => [("value", Seeded(7, () => fill(zeros(shape))))];

    /// <summary>The outputs of a module, and after a backward pass all gradients and buffers.</summary>
    public static ParityCase Module<T>(Func<T> make, Func<T, Tensor[], Tensor[]> call, params long[][] shapes) where T : nn.Module => () =>
    {
        var module = Seeded(7, make);
        var inputs = Inputs(shapes);
        var outputs = Seeded(11, () => call(module, inputs));
        Backward(outputs);
        return
        [
            .. Numbered("output", outputs),
            .. Numbered("gradient", inputs.Select(input => input.grad)),
            .. Present(module.named_parameters().Select(entry => ($"gradient of {entry.name}", entry.parameter.grad))),
            .. module.named_buffers().Select(entry => ($"buffer {entry.name}", entry.buffer)),
        ];
    };

    public static Tensor Positive(Tensor x) => x.abs() + 0.5;

    public static Tensor Invertible(Tensor x) => x + (3 * eye(x.shape[^1]));

    public static Tensor Symmetric(Tensor x) => x.matmul(x.transpose(-2, -1)) + eye(x.shape[^1]);

    private static ParityCase GradientsOf(Func<Tensor[], Tensor> function, long[][] shapes) => () =>
    {
        var inputs = Inputs(shapes);
        var value = function(inputs);
        Backward([value]);
        return [("value", value), .. Numbered("gradient", inputs.Select(input => input.grad))];
    };

    private static ParityCase ValuesOf(Func<Tensor[], Tensor[]> function, long[][] shapes) => () =>
    {
        using var unrecorded = no_grad();
        return Numbered("value", function(Inputs(shapes)));
    };

    private static Tensor[] Inputs(long[][] shapes) => [.. shapes.Select((shape, i) => Seeded(i + 1, () => randn(shape, requires_grad: true)))];

    private static void Backward(Tensor[] outputs)
    {
        var total = zeros(1).sum();
        for (var i = 0; i < outputs.Length; i++) total = total + (outputs[i] * Seeded(99 + i, () => randn(outputs[i].shape))).sum();
        total.backward();
    }

    private static T Seeded<T>(long seed, Func<T> function)
    {
        manual_seed(seed);
        return function();
    }

    private static IEnumerable<(string Name, Tensor Value)> Numbered(string name, IEnumerable<Tensor?> values) =>
        Present(values.Select((value, i) => ($"{name} {i + 1}", value)));

    private static IEnumerable<(string Name, Tensor Value)> Present(IEnumerable<(string Name, Tensor? Value)> values) =>
        [.. values.Where(entry => entry.Value is not null).Select(entry => (entry.Name, entry.Value!))];
}
