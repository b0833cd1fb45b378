using System.Runtime.CompilerServices;
using System.Text.Json;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>What Reference/make_expectations.py wrote: small models, and what PyTorch and NumPy say they compute.</summary>
internal sealed class ReferenceModel(string name)
{
    private readonly JsonElement expected = JsonDocument.Parse(File.ReadAllText(PathOf(name + ".json"))).RootElement;

    public string Folder { get; } = PathOf(name);

    public static string PathOf(string name, [CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "Reference", name);

    public Tensor Numbers(string key)
    {
        var rows = expected.GetProperty(key).EnumerateArray().Select(row => row.EnumerateArray().Select(number => number.GetInt64()).ToArray()).ToArray();
        return tensor(rows.SelectMany(row => row).ToArray()).view(rows.Length, -1);
    }

    public double Number(string key) => expected.GetProperty(key).GetDouble();

    public double[] Figures(string key) => Figures(expected.GetProperty(key));

    public IEnumerable<(string name, double[] figures)> Gradients() =>
        expected.GetProperty("gradients").EnumerateObject().Select(entry => (entry.Name, Figures(entry.Value)));

    /// <summary>The largest difference is of the order of 32-bit rounding in sums of some dozen numbers of size 1 to 10.</summary>
    public static void AssertClose(Tensor observed, double[] expected, string what, double tolerance = 2e-5)
    {
        var numbers = observed.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();
        Assert.That(numbers, Has.Length.EqualTo(expected.Length), what);
        Assert.That(numbers.Zip(expected, (a, b) => Math.Abs(a - b)).Max(), Is.LessThan(tolerance), what);
    }

    private static double[] Figures(JsonElement list) => [.. list.EnumerateArray().Select(number => number.GetDouble())];
}
