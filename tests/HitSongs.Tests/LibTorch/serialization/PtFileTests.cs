using System.Diagnostics;
using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Serialization;

public class PtFileTests
{
    private string file = "";

    [SetUp]
    public void NameAFile() => file = Path.Combine(TestContext.CurrentContext.WorkDirectory, TestContext.CurrentContext.Test.ID + ".pt");

    [TearDown]
    public void DeleteIt() => File.Delete(file);

    [Test]
    public void Everything_Python_wrote_comes_back()
    {
        using var scope = NewDisposeScope();
        var all = load<Dictionary<object, object?>>(PythonFiles.Path("checkpoint.pt"));
        var types = (Dictionary<object, object?>)all["dtypes"]!;
        var expected = Enumerable.Range(0, 24).Select(i => (float)i).ToArray();
        Assert.Multiple(() =>
        {
            foreach (var (name, value) in types)
            {
                var numbers = ((Tensor)value!).is_complex() ? ((Tensor)value).abs() : (Tensor)value;
                Assert.That(numbers.to(float64).data<double>().ToArray(), Is.EqualTo((string)name == "bool" ? [0, 1, 1, 1] : new double[] { 0, 1, 2, 3 }), $"{name}");
            }
            Assert.That(types.Values.Select(value => ((Tensor)value!).dtype).Distinct().Count(), Is.EqualTo(12));
            Assert.That(Floats(all["base"]), Is.EqualTo(expected));
            Assert.That(((Tensor)all["transposed"]!).stride(), Is.EqualTo(new[] { 1, 6 }));
            Assert.That(Floats(all["part"]), Is.EqualTo(new[] { 6f, 8, 10, 12, 14, 16 }));
            Assert.That(((Tensor)all["expanded"]!).stride(), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(((Tensor)all["scalar"]!).item<float>(), Is.EqualTo(7.5));
            Assert.That(((Tensor)all["empty"]!).shape, Is.EqualTo(new[] { 0, 4 }));
            Assert.That(all["parameter"], Is.TypeOf<Parameter>().With.Property("requires_grad").True);
            Assert.That(all["trained"], Has.Property("requires_grad").True.And.Property("is_leaf").True);
            Assert.That(((Dictionary<object, object?>)all["nested"]!)["a"], Is.EqualTo(new List<object?> { 1L, 2.5, null, true, "é", new object?[] { 1L, -2L, 847288609443L } }));
            Assert.That(all["size"], Is.EqualTo(new object[] { 4L, 6L }));
            Assert.That(all["dtype"], Is.EqualTo(float16));
            Assert.That(all["many"], Is.EqualTo(Enumerable.Range(0, 300).Select(i => (long)i)));
        });
        ((Tensor)all["base"]!)[1, 0] = tensor(-1f);
        Assert.That(((Tensor)all["transposed"]!)[0, 1].item<float>(), Is.EqualTo(-1), "what shared memory shares it again");
    }

    [Test]
    public void What_is_saved_comes_back_with_views_and_sharing()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var whole = randn(5, 4);
        var saved = new Dictionary<string, object?>
        {
            ["whole"] = whole,
            ["view"] = whole.t(),
            ["row"] = whole[3],
            ["trained"] = ones(2).requires_grad_(),
            ["parameter"] = nn.Parameter(ones(2)),
            ["numbers"] = new object?[] { 1, -5L, 1L << 40, long.MinValue, 2.5, 0.5f, true, null, "Ünï\n" },
            ["tuple"] = (1, "two"),
            ["empty"] = zeros(0, 3),
        };
        save(saved, file);
        var loaded = load<Dictionary<object, object?>>(file);
        Assert.Multiple(() =>
        {
            Assert.That(loaded.Keys, Is.EqualTo(saved.Keys));
            Assert.That(Floats(loaded["whole"]), Is.EqualTo(Floats(whole)));
            Assert.That(((Tensor)loaded["view"]!).stride(), Is.EqualTo(new[] { 1, 4 }));
            Assert.That(Floats(loaded["row"]), Is.EqualTo(Floats(whole[3])));
            Assert.That(loaded["trained"], Has.Property("requires_grad").True);
            Assert.That(loaded["parameter"], Has.Property("requires_grad").False);
            Assert.That(loaded["numbers"], Is.EqualTo(new List<object?> { 1L, -5L, 1L << 40, long.MinValue, 2.5, 0.5, true, null, "Ünï\n" }));
            Assert.That(loaded["tuple"], Is.EqualTo(new object[] { 1L, "two" }));
        });
        ((Tensor)loaded["whole"]!).zero_();
        Assert.That(Floats(loaded["row"]), Is.All.Zero, "one memory");
        Assert.That(new FileInfo(file).Length, Is.LessThan(4000), "and written once");
    }

    [Test]
    public void A_tensor_alone_is_saved_and_loaded([Values] bool through)
    {
        using var scope = NewDisposeScope();
        var one = arange(6, int16).reshape(2, 3);
        if (through) one.save(file);
        else save(one, file);
        Assert.That((through ? Tensor.load(file) : load(file)).data<short>().ToArray(), Is.EqualTo(new short[] { 0, 1, 2, 3, 4, 5 }));
        Assert.That(() => load<Dictionary<string, Tensor>>(file), Throws.TypeOf<InvalidDataException>().With.Message.Contains("dictionary"));
    }

    [Test]
    public void What_has_no_counterpart_in_Python_is_refused_and_leaves_no_file()
    {
        var itself = new List<object?>();
        itself.Add(itself);
        Assert.That(() => save(new Version(1, 2), file), Throws.TypeOf<NotSupportedException>().With.Message.Contains("Version"));
        Assert.That(() => save(itself, file), Throws.TypeOf<NotSupportedException>().With.Message.Contains("contains itself"));
        Assert.That(File.Exists(file), Is.False);
    }

    [TestCase("model.pt")]
    [TestCase("model.dat")]
    public void A_module_takes_over_what_Python_or_it_itself_wrote(string name)
    {
        using var scope = NewDisposeScope();
        using var written = nn.Linear(3, 4);
        using var read = nn.Linear(3, 4);
        var path = file + Path.GetExtension(name);
        written.save(path);
        var taken = new Dictionary<string, bool>();
        Assert.That(read.load(path, loadedParameters: taken), Is.SameAs(read));
        Assert.That(Floats(read.weight), Is.EqualTo(Floats(written.weight)));
        Assert.That(taken, Is.EqualTo(new Dictionary<string, bool> { ["weight"] = true, ["bias"] = true }));
        Assert.That(() => written.load(PythonFiles.Path("model.pt")), Throws.InvalidOperationException.With.Message.Contains("0.weight"));
        written.save(path, skip: ["bias"]);
        Assert.That(() => read.load(path), Throws.InvalidOperationException.With.Message.Contains("bias"));
        Assert.That(() => read.load(path, strict: false), Throws.Nothing);
        File.Delete(path);
    }

    [Test]
    public void A_cut_or_foreign_file_of_the_own_form_is_refused()
    {
        using var module = nn.Linear(3, 4);
        using var memory = new MemoryStream();
        module.save(memory);
        var bytes = memory.ToArray();
        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            Assert.That(() => module.load(cut), Throws.TypeOf<InvalidDataException>(), $"{length} bytes");
        }
        // A tensor of 2^62 elements, one with a negative size, one of an unknown type.
        foreach (var head in new byte[][] { [1, 1, (byte)'w', 6, 1, 128, 128, 128, 128, 128, 128, 128, 128, 64], [1, 1, (byte)'w', 6, 1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 1], [1, 1, (byte)'w', 99] })
        {
            using var hostile = new MemoryStream(head);
            Assert.That(() => module.load(hostile), Throws.TypeOf<InvalidDataException>());
        }
    }

    [Test]
    public void Python_reads_what_is_written_here_with_weights_only()
    {
        using var scope = NewDisposeScope();
        using var model = nn.Sequential(nn.Linear(3, 4), nn.Tanh(), nn.Linear(4, 1));
        var parameters = model.parameters().ToArray();
        using var adam = optim.Adam(parameters, 0.02, weight_decay: 0.1);
        model.call(ones(2, 3)).sum().backward();
        adam.step();
        save(new Dictionary<string, object?> { ["model"] = model.state_dict(), ["optimizer"] = adam.state_dict(), ["view"] = arange(6).reshape(2, 3).t(), ["epoch"] = 3 }, file);
        model.save(file + ".pth");
        const string Script = """
            import sys
            try:
                import torch
            except ImportError:
                sys.exit(42)
            # The restricted reader of 1.13 knows tensors, but no floating-point number, and so none of its own optimizer states.
            seen = torch.load(sys.argv[1], weights_only=torch.__version__ >= "2")
            assert torch.load(sys.argv[2], weights_only=True).keys() == seen["model"].keys()
            model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.Tanh(), torch.nn.Linear(4, 1))
            model.load_state_dict(seen["model"])
            adam = torch.optim.Adam(model.parameters())
            adam.load_state_dict(seen["optimizer"])
            model(torch.ones(2, 3)).sum().backward()
            adam.step()
            print(seen["epoch"], adam.param_groups[0]["betas"], seen["view"].tolist(), float(model(torch.ones(2, 3)).sum()))
            """;
        if (!File.Exists("/usr/bin/python3")) Assert.Ignore("no /usr/bin/python3 here");
        using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Script, file, file + ".pth"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = python.StandardError.ReadToEndAsync();
        var output = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        if (python.ExitCode == 42) Assert.Ignore("Python has no torch here (python3-torch)");
        Assert.That(python.ExitCode, Is.Zero, errors.Result);
        File.Delete(file + ".pth");
        adam.zero_grad();
        model.call(ones(2, 3)).sum().backward();
        adam.step();
        Assert.That(output, Does.StartWith("3 (0.9, 0.999) [[0, 3], [1, 4], [2, 5]] "));
        // Python prints a number of single precision with all its digits; sums of the two may round apart.
        Assert.That(double.Parse(output.Split(' ')[^1]), Is.EqualTo(model.call(ones(2, 3)).sum().item<float>()).Within(1e-5));
    }

    private static float[] Floats(object? tensor) => ((Tensor)tensor!).data<float>().ToArray();
}
