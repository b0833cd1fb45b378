using System.Text.RegularExpressions;
using NUnit.Framework;
using TorchSharp;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>How much of TorchSharp's public surface is here, signature for signature: names, types, parameter names and defaults.</summary>
public sealed partial class SurfaceTests
{
    // What is left out is of use to TorchSharp's own native side, or named tensors, whose names the shim does not pass.
    private const double OperatorBound = 0.95;
    private const double ModuleBound = 0.95;

    private static HashSet<string>? present;

    [Test]
    public void Operators_have_the_signatures_of_TorchSharp() => Measure("operators", IsOperator, OperatorBound);

    [Test]
    public void Modules_and_optimizers_have_the_signatures_of_TorchSharp() => Measure("modules", IsModule, ModuleBound);

    [TestCase("TorchSharp.Modules.X.new(long a = 1)", "TorchSharp.Modules.X")]
    [TestCase("torch.Storage<T>.Item[(int?, int?) range] : Storage<T> { get; set; }", "torch.Storage<T>")]
    [TestCase("torch.nn.Module<T1, T2, TResult>.call(T1 a, T2 b) : TResult", "torch.nn.Module<T1, T2, TResult>")]
    [TestCase("torch.tensor(float x = 1.5) : Tensor", "torch")]
    public void A_line_of_the_list_is_owned_by_the_type_before_its_last_dot(string line, string owner) =>
        Assert.That(ReferenceSurface.Parse(["  " + line, "class torch.Tensor"]), Is.EqualTo(new[] { new ReferenceMember(owner, line) }));

    [TestCase("torch.Tensor.softmax(long dim, ScalarType? dtype = null) : Tensor")]
    [TestCase("torch.Tensor.max(long dim, bool keepdim = false) : (Tensor, Tensor)")]
    [TestCase("torch.Tensor.reshape(params long[] shape) : Tensor")]
    [TestCase("torch.Tensor.allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) : bool")]
    [TestCase("torch.Tensor.div(Scalar target, RoundingMode rounding_mode = 0) : Tensor")]
    [TestCase("torch.RoundingMode { None, trunc, floor }")]
    [TestCase("torch.Tensor.requires_grad : bool { get; set; }")]
    public void A_member_reads_as_the_list_writes_it(string line) =>
        Assert.That(PublicSurface.Of(typeof(torch).Assembly), Does.Contain(PublicSurface.Normal(line)));

    private static void Measure(string name, Predicate<ReferenceMember> counts, double bound)
    {
        if (ReferenceSurface.Find(TestContext.CurrentContext.TestDirectory) is not { } file)
        {
            Assert.Ignore("the list of TorchSharp's members (shared/reference/torchsharp-public-api.txt, beside the repository) is not here");
            return;
        }
        var wanted = ReferenceSurface.Parse(File.ReadLines(file)).Where(member => counts(member)).ToList();
        present ??= PublicSurface.Of(typeof(torch).Assembly);
        var missing = wanted.Where(member => !present.Contains(PublicSurface.Normal(member.Text))).Select(member => member.Text).ToList();
        var share = 1 - ((double)missing.Count / wanted.Count);
        var result = $"{name}: {wanted.Count - missing.Count} of {wanted.Count} members ({share:P1})";
        var list = Path.Combine(Artifacts(), "torchsharp-missing.txt");
        // The other measurement's lines stay; each line begins with what it was missed by.
        var others = File.Exists(list) ? File.ReadAllLines(list).Where(line => !line.StartsWith(name, StringComparison.Ordinal)) : [];
        File.WriteAllLines(list, [.. others, result, .. missing.Select(line => $"{name}  {line}")]);
        TestContext.Out.WriteLine($"{result}; the missing ones are in {list}");
        Assert.That(share, Is.GreaterThanOrEqualTo(bound), result);
    }

    private static bool IsOperator(ReferenceMember member) =>
        member.Owner is "torch" or "torch.Tensor" or "torch.linalg" or "torch.special" or "torch.fft" && !Quantization().IsMatch(member.Text);

    private static bool IsModule(ReferenceMember member) =>
        ModuleOwner().IsMatch(member.Owner) && !Distribution().IsMatch(member.Owner);

    private static string Artifacts()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HitSongs.sln"))) folder = folder.Parent;
        return Directory.CreateDirectory(Path.Combine(folder?.FullName ?? TestContext.CurrentContext.WorkDirectory, "artifacts")).FullName;
    }

    [GeneratedRegex(@"^torch\.(Tensor\.)?(q_|quantize|dequantize|int_repr|q(u)?int\d+ : |is_quantized|Storage)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quantization();

    [GeneratedRegex(@"^(torch\.(nn|optim|autograd)\b|torch\.utils\.data\b|TorchSharp\.Modules\b)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ModuleOwner();

    [GeneratedRegex(@"^TorchSharp\.Modules\.(Bernoulli|Beta|Binomial|Categorical|Cauchy|Chi2|Dirichlet|ExpRelaxedCategorical|Exponential|FisherSnedecor|Gamma|Geometric|Gumbel|HalfCauchy|HalfNormal|Independent|Kumaraswamy|Laplace|LogNormal|LogitRelaxedBernoulli|Multinomial|MultivariateNormal|NegativeBinomial|Normal|OneHotCategorical|Pareto|Poisson|RelaxedBernoulli|RelaxedOneHotCategorical|TransformedDistribution|Uniform|Weibull)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Distribution();
}
