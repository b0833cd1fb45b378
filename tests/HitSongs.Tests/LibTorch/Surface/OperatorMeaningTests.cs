using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>Generated operators against the same computed in plain C#, on numbers of a fixed seed.</summary>
public sealed class OperatorMeaningTests
{
    // Double precision; the functions themselves agree to a few units in the last place.
    private const double Tolerance = 1e-12;

    private static readonly Dictionary<string, Func<double, double>> Unary = new()
    {
        ["abs"] = Math.Abs,
        ["acosh"] = x => Math.Acosh(x + 1),
        ["asinh"] = Math.Asinh,
        ["atanh"] = Math.Atanh,
        ["ceil"] = Math.Ceiling,
        ["cos"] = Math.Cos,
        ["deg2rad"] = x => x * Math.PI / 180,
        ["exp2"] = x => Math.Pow(2, x),
        ["expm1"] = x => Math.Exp(x) - 1,
        ["floor"] = Math.Floor,
        ["frac"] = x => x - Math.Truncate(x),
        ["log1p"] = x => Math.Log(1 + x),
        ["log2"] = Math.Log2,
        ["neg"] = x => -x,
        ["reciprocal"] = x => 1 / x,
        ["rsqrt"] = x => 1 / Math.Sqrt(x),
        ["sigmoid"] = x => 1 / (1 + Math.Exp(-x)),
        ["sign"] = x => Math.Sign(x),
        ["sinc"] = x => Math.Sin(Math.PI * x) / (Math.PI * x),
        ["sinh"] = Math.Sinh,
        ["sqrt"] = Math.Sqrt,
        ["square"] = x => x * x,
        ["tanh"] = Math.Tanh,
        ["trunc"] = Math.Truncate,
        ["relu6"] = x => Math.Min(Math.Max(x, 0), 6),
        ["silu"] = x => x / (1 + Math.Exp(-x)),
        ["log_sigmoid"] = x => -Math.Log(1 + Math.Exp(-x)),
        ["rad2deg"] = x => x * 180 / Math.PI,
    };

    private static readonly Dictionary<string, Func<double, double, double>> Binary = new()
    {
        ["add"] = (x, y) => x + y,
        ["sub"] = (x, y) => x - y,
        ["mul"] = (x, y) => x * y,
        ["pow"] = Math.Pow,
        ["atan2"] = Math.Atan2,
        ["hypot"] = (x, y) => Math.Sqrt((x * x) + (y * y)),
        ["maximum"] = Math.Max,
        ["fmin"] = Math.Min,
        ["fmod"] = (x, y) => x % y,
        ["remainder"] = (x, y) => x - (Math.Floor(x / y) * y),
        ["copysign"] = Math.CopySign,
        ["logaddexp"] = (x, y) => Math.Log(Math.Exp(x) + Math.Exp(y)),
        ["xlogy"] = (x, y) => x * Math.Log(y),
        ["ldexp"] = (x, y) => x * Math.Pow(2, y),
        ["floor_divide"] = (x, y) => Math.Floor(x / y),
        ["true_divide"] = (x, y) => x / y,
        ["subtract"] = (x, y) => x - y,
        ["float_power"] = Math.Pow,
    };

    [TestCaseSource(nameof(UnaryNames))]
    public void An_operator_of_one_tensor_computes_each_element(string name)
    {
        var numbers = Numbers(17);
        // acosh is defined from 1 on.
        using var input = tensor(name == "acosh" ? Array.ConvertAll(numbers, x => x + 1) : numbers);
        var expected = Array.ConvertAll(numbers, x => Unary[name](x));
        Assert.That(Elements(Call(name, input)), Is.EqualTo(expected).Within(Tolerance), "method");
        Assert.That(Call(name + "_", input.clone()) is not { } changed || Elements(changed).Zip(expected).All(pair => Math.Abs(pair.First - pair.Second) < Tolerance), "in place");
    }

    [TestCaseSource(nameof(BinaryNames))]
    public void An_operator_of_two_tensors_computes_each_pair(string name)
    {
        var (x, y) = (Numbers(17), Numbers(17, seed: 2));
        using Tensor a = tensor(x), b = tensor(y);
        var expected = x.Zip(y, Binary[name]);
        Assert.That(Elements(Call(name, a, b)), Is.EqualTo(expected).Within(Tolerance));
        Assert.That(Elements((Tensor)Function(name).Invoke(null, [a, b])!), Is.EqualTo(expected).Within(Tolerance), "function");
    }

    [Test]
    public void Every_operator_of_one_or_two_tensors_can_be_called()
    {
        var called = 0;
        foreach (var method in typeof(Tensor).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.ReturnType == typeof(Tensor) && method.GetParameters().All(parameter => parameter.ParameterType == typeof(Tensor)) && method.GetParameters().Length <= 1))
        {
            foreach (var type in new[] { float64, int64, @bool })
            {
                using var scope = NewDisposeScope();
                Tensor Square() => tensor(new[] { 0.3, 0.7, 0.2, 0.9 }).reshape(2, 2).to_type(type);
                try
                {
                    var result = method.Invoke(Square(), [.. method.GetParameters().Select(_ => (object)Square())]);
                    Assert.That(((Tensor)result!).numel(), Is.GreaterThanOrEqualTo(0), $"{method.Name} of {type}");
                    called++;
                }
                catch (TargetInvocationException refusal) when (refusal.InnerException is ExternalException or ArgumentException)
                {
                    // libtorch says that it has no such operator for the type or the shape.
                }
            }
        }
        Assert.That(called, Is.GreaterThan(350), "calls that gave a result");
    }

    [Test]
    public void Reductions_agree_with_sums_over_the_numbers()
    {
        var x = Numbers(12);
        using var a = tensor(x, 3, 4);
        var rows = x.Chunk(4).ToArray();
        var means = rows.Select(row => row.Average()).ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(Elements(a.sum(1)), Is.EqualTo(rows.Select(row => row.Sum())).Within(Tolerance));
            Assert.That(Elements(a.prod(1)), Is.EqualTo(rows.Select(row => row.Aggregate(1.0, (product, y) => product * y))).Within(Tolerance));
            Assert.That(Elements(a.var(1)), Is.EqualTo(rows.Select((row, i) => row.Sum(y => (y - means[i]) * (y - means[i])) / 3)).Within(Tolerance));
            Assert.That(Elements(std(a, (0, 1))), Is.EqualTo(new[] { Math.Sqrt(x.Sum(y => (y - x.Average()) * (y - x.Average())) / 11) }).Within(Tolerance));
            Assert.That(Elements(a.amax(1)), Is.EqualTo(rows.Select(row => row.Max())));
            Assert.That(Elements(a.max(1).values), Is.EqualTo(rows.Select(row => row.Max())));
            Assert.That(Elements(a.kthvalue(2, 1).values), Is.EqualTo(rows.Select(row => row.Order().ElementAt(1))));
            Assert.That(Elements(a.logsumexp(1)), Is.EqualTo(rows.Select(row => Math.Log(row.Sum(Math.Exp)))).Within(Tolerance));
            Assert.That(Elements(a.norm(1f)), Is.EqualTo(new[] { x.Sum(Math.Abs) }).Within(Tolerance));
            Assert.That(Elements(quantile(tensor(x), tensor(0.5))), Is.EqualTo(new[] { (x.Order().ElementAt(5) + x.Order().ElementAt(6)) / 2 }).Within(Tolerance));
            Assert.That(Elements(trapezoid(tensor(x), 2.0)), Is.EqualTo(new[] { 2 * (x.Sum() - ((x[0] + x[^1]) / 2)) }).Within(Tolerance));
            Assert.That(a.count_nonzero([1]).data<long>().ToArray(), Is.EqualTo(new[] { 4, 4, 4 }));
            Assert.That(var_mean(a, 1).Item2.data<double>().ToArray(), Is.EqualTo(means).Within(Tolerance));
        });
    }

    [Test]
    public void Parts_are_moved_where_they_belong()
    {
        using var a = arange(24).reshape(2, 3, 4);
        var out_ = zeros(2);
        Assert.Multiple(() =>
        {
            Assert.That(tensor(new[] { 1L, 2, 3 }).roll(1).data<long>().ToArray(), Is.EqualTo(new[] { 3, 1, 2 }));
            Assert.That(a.roll((1, 1), (0, 2))[0, 0, 0].item<long>(), Is.EqualTo(15));
            Assert.That(moveaxis(a, 0, 2).shape, Is.EqualTo(new[] { 3, 4, 2 }));
            Assert.That(a.movedim([0, 1], [1, 0])[2, 1, 3].item<long>(), Is.EqualTo(23));
            Assert.That(hsplit(a, (1, 2)).Select(part => part.shape[1]), Is.EqualTo(new[] { 1, 1, 1 }));
            Assert.That(a.split([1, 3], 2).Select(part => part.shape[2]), Is.EqualTo(new[] { 1, 3 }));
            Assert.That(a.unflatten(2, 2, 2).shape, Is.EqualTo(new[] { 2, 3, 2, 2 }));
            Assert.That(zeros(4).index_put_(tensor(1f), [tensor(new[] { 1L, 1, 3 })], accumulate: true).data<float>().ToArray(), Is.EqualTo(new[] { 0, 2, 0, 1 }));
            Assert.That(zeros(new long[] { 2, 2, 2, 2, 2, 2 })[1, 1, 1, 1, 1, 1].item<float>(), Is.Zero);
            Assert.That(cat([a, a], 1).shape, Is.EqualTo(new[] { 2, 6, 4 }));
            Assert.That(a.unique().output.numel(), Is.EqualTo(24));
            Assert.That(tensor(new[] { 2L, 1, 2 }).unique(return_counts: true).counts!.data<long>().ToArray(), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(ReferenceEquals(ones(3, 2).amax([0], false, out_), out_) && out_.sum().item<float>() == 2, "the result is in out");
            Assert.That(triu_indices(2, 2).data<long>().ToArray(), Is.EqualTo(new[] { 0, 0, 1, 0, 1, 1 }));
            Assert.That(new Size((2, 3)) + new Size(4), Is.EqualTo(new Size([2L, 3, 4])));
        });
    }

    [Test]
    public void A_linear_system_is_solved_and_factors_multiply_to_the_matrix()
    {
        using var scope = NewDisposeScope();
        var a = tensor(Numbers(16), 4, 4) + 4 * eye(4, dtype: float64);
        var b = tensor(Numbers(4, seed: 3));
        var (q, r) = linalg.qr(a);
        var (u, s, vh) = linalg.svd(a);
        var (_, residual, _, _) = linalg.lstsq(a, b.unsqueeze(1));
        Assert.Multiple(() =>
        {
            Assert.That(a.mv(linalg.solve(a, b)).allclose(b));
            Assert.That(a.mm(linalg.inv(a)).allclose(eye(4, dtype: float64), 1e-8, 1e-10));
            Assert.That(q.mm(r).allclose(a) && u.mm(s.diag()).mm(vh).allclose(a));
            Assert.That(a.det().item<double>(), Is.EqualTo(Math.Exp(a.logdet().item<double>())).Within(1e-8));
            Assert.That(linalg.norm(a).item<double>(), Is.EqualTo(linalg.matrix_norm(a).item<double>()).Within(Tolerance));
            Assert.That(linalg.matrix_rank(a).item<long>(), Is.EqualTo(4));
            Assert.That(tensordot(a, a, 1).allclose(a.mm(a)) && a.tensordot(a, [(1L, 0L)]).allclose(a.mm(a)));
            Assert.That(residual.numel(), Is.LessThanOrEqualTo(1));
        });
    }

    [Test]
    public void A_Fourier_transform_is_the_sum_it_stands_for()
    {
        var x = Numbers(8);
        using var transformed = fft.fft_(tensor(x));
        var expected = Enumerable.Range(0, 8).Select(k => x.Select((y, n) => y * Complex.FromPolarCoordinates(1, -2 * Math.PI * k * n / 8)).Aggregate(Complex.Add)).ToArray();
        Assert.That(Elements(transformed.real), Is.EqualTo(expected.Select(c => c.Real)).Within(Tolerance));
        Assert.That(Elements(transformed.imag), Is.EqualTo(expected.Select(c => c.Imaginary)).Within(Tolerance));
        Assert.That(Elements(fft.ifft(transformed).real), Is.EqualTo(x).Within(Tolerance));
    }

    [Test]
    public void Complex_and_half_numbers_keep_their_values()
    {
        using var complex = tensor(new[] { new Complex(1, 2), new Complex(3, -4) });
        Assert.Multiple(() =>
        {
            Assert.That(complex.dtype, Is.EqualTo(complex128));
            Assert.That(Elements(complex.abs()), Is.EqualTo(new[] { Math.Sqrt(5), 5 }).Within(Tolerance));
            Assert.That(Elements((complex * new Complex(0, 1)).imag), Is.EqualTo(new[] { 1, 3 }).Within(Tolerance));
            Assert.That(tensor(new[] { (1f, 2f) }).dtype, Is.EqualTo(complex64));
            Assert.That(tensor(new[] { (BFloat16)1.5f, (BFloat16)(-2f) }).@float().data<float>().ToArray(), Is.EqualTo(new[] { 1.5f, -2f }));
            Assert.That(complex.data<Complex>().ToArray()[1], Is.EqualTo(new Complex(3, -4)));
            Assert.That(tensor(new[] { (BFloat16)1.5f }).data<BFloat16>()[0], Is.EqualTo((BFloat16)1.5f));
            Assert.That(broadcast_shapes([2, 1], [3]), Is.EqualTo(new Size((2, 3))));
            Assert.That(Enumerable.Range(0, 50).Select(_ => randint_int(3, 6)), Is.All.InRange(3, 5));
            Assert.That(tensor(new[] { (Half)1.5f }).dtype, Is.EqualTo(float16));
            Assert.That((float)new BFloat16(3.14159f), Is.EqualTo(tensor(3.14159f).bfloat16().@float().item<float>()));
        });
    }

    private static string[] UnaryNames => [.. Unary.Keys];

    private static string[] BinaryNames => [.. Binary.Keys];

    private static double[] Numbers(int count, int seed = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => 0.05 + (0.9 * random.NextDouble()))];
    }

    private static double[] Elements(Tensor tensor) => tensor.to_type(float64).contiguous().data<double>().ToArray();

    private static Tensor Call(string name, params Tensor[] tensors) =>
        typeof(Tensor).GetMethod(name, [.. tensors.Skip(1).Select(_ => typeof(Tensor))]) is { } method ? (Tensor)method.Invoke(tensors[0], [.. tensors.Skip(1)])! : null!;

    private static MethodInfo Function(string name) => typeof(torch).GetMethod(name, [typeof(Tensor), typeof(Tensor)])!;
}
