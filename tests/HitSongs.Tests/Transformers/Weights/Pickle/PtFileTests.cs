using HitSongs.Transformers.Weights.Pickle;
using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers.Weights.Pickle;

public class PtFileTests
{
    [Test]
    public void Everything_Python_wrote_comes_back()
    {
        using var scope = NewDisposeScope();
        var all = Load("checkpoint.pt");
        Assert.Multiple(() =>
        {
            Assert.That(Floats(all["base"]), Is.EqualTo(Enumerable.Range(0, 24).Select(i => (float)i)));
            Assert.That(((Tensor)all["scalar"]!).item<float>(), Is.EqualTo(7.5));
            Assert.That(((Tensor)all["empty"]!).shape, Is.EqualTo(new[] { 0, 4 }));
            Assert.That(all["parameter"], Is.TypeOf<Parameter>().With.Property("requires_grad").True);
            Assert.That(all["trained"], Has.Property("requires_grad").True.And.Property("is_leaf").True);
            Assert.That(
                ((Dictionary<object, object?>)all["nested"]!)["a"],
                Is.EqualTo(new List<object?> { 1L, 2.5, null, true, "é", new object?[] { 1L, -2L, 847288609443L } })
            );
            Assert.That(all["size"], Is.EqualTo(new object[] { 4L, 6L }));
            Assert.That(all["dtype"], Is.EqualTo(float16));
            Assert.That(all["many"], Is.EqualTo(Enumerable.Range(0, 300).Select(i => (long)i)));
        });
    }

    [Test]
    public void Views_keep_their_strides_and_what_shared_memory_shares_it_again()
    {
        using var scope = NewDisposeScope();
        var all = Load("checkpoint.pt");
        Assert.Multiple(() =>
        {
            Assert.That(((Tensor)all["transposed"]!).stride(), Is.EqualTo(new[] { 1, 6 }));
            Assert.That(((Tensor)all["expanded"]!).stride(), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(Floats(all["part"]), Is.EqualTo(new[] { 6f, 8, 10, 12, 14, 16 }));
        });
        ((Tensor)all["base"]!)[1, 0] = tensor(-1f);
        Assert.That(((Tensor)all["transposed"]!)[0, 1].item<float>(), Is.EqualTo(-1));
    }

    [Test]
    public void Every_element_type_comes_back()
    {
        using var scope = NewDisposeScope();
        var types = (Dictionary<object, object?>)Load("checkpoint.pt")["dtypes"]!;
        Assert.That(types.Values.Select(value => ((Tensor)value!).dtype).Distinct().Count(), Is.EqualTo(12));
        foreach (var (name, value) in types)
        {
            var numbers = ((Tensor)value!).is_complex() ? ((Tensor)value).abs() : (Tensor)value;
            Assert.That(
                numbers.to(float64).data<double>().ToArray(),
                Is.EqualTo((string)name == "bool" ? [0, 1, 1, 1] : new double[] { 0, 1, 2, 3 }),
                $"{name}"
            );
        }
    }

    [Test]
    public void A_state_dict_has_its_tensors_by_name()
    {
        using var scope = NewDisposeScope();
        var state = PtFile.StateDict(PythonFiles.PathOf("model.pt"));
        Assert.That(state.Keys, Is.SupersetOf(new[] { "0.weight", "0.bias", "1.running_mean", "2.weight" }));
        Assert.That(state["0.weight"].shape, Is.EqualTo(new[] { 4, 3 }));
    }

    [Test]
    public void What_is_no_state_dict_is_refused()
    {
        Assert.That(() => PtFile.StateDict(PythonFiles.PathOf("checkpoint.pt")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("is no tensor"));
    }

    private static Dictionary<object, object?> Load(string name)
    {
        using var file = File.OpenRead(PythonFiles.PathOf(name));
        return (Dictionary<object, object?>)PtFile.Load(file, name)!;
    }

    private static float[] Floats(object? tensor)
    {
        using var contiguous = ((Tensor)tensor!).contiguous();
        return contiguous.data<float>().ToArray();
    }
}
