using HitSongs.Transformers;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

public sealed class SafetensorsTests
{
    private string folder = null!;

    [SetUp]
    public void Make() => folder = Directory.CreateTempSubdirectory("safetensors-").FullName;

    [TearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Tensors_of_every_type_and_shape_come_back_as_they_were()
    {
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>
        {
            ["float"] = randn(2, 3),
            ["turned"] = randn(4, 5).t(),
            ["double"] = randn(3, ScalarType.Float64),
            ["half"] = randn(5).to(ScalarType.Float16),
            ["bfloat"] = randn(5).to(ScalarType.BFloat16),
            ["long"] = arange(7),
            ["int"] = arange(3).to(ScalarType.Int32),
            ["short"] = arange(3).to(ScalarType.Int16),
            ["byte"] = arange(9).to(ScalarType.Byte),
            ["signed"] = arange(2).to(ScalarType.Int8),
            ["bool"] = tensor(new[] { true, false, true }),
            ["number"] = tensor(2.5f),
            ["empty"] = zeros(0, 4),
        };
        var path = Path.Combine(folder, "a.safetensors");
        safetensors.save_file(tensors, path, new Dictionary<string, string> { ["format"] = "pt" });
        var read = safetensors.load_file(path);
        Assert.That(read.Keys, Is.EquivalentTo(tensors.Keys));
        Assert.Multiple(() =>
        {
            foreach (var (name, tensor) in tensors)
            {
                Assert.That(read[name].dtype, Is.EqualTo(tensor.dtype), name);
                Assert.That(read[name].shape, Is.EqualTo(tensor.shape), name);
                Assert.That(read[name].bytes.ToArray(), Is.EqualTo(tensor.contiguous().bytes.ToArray()), name);
            }
        });
        Assert.That(safetensors.metadata(path), Is.EqualTo(new Dictionary<string, string> { ["format"] = "pt" }));
        Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1), "nothing unfinished is left");
    }

    [Test]
    public void The_header_is_padded_so_that_elements_lie_at_multiples_of_their_size()
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(folder, "a.safetensors");
        safetensors.save_file(new Dictionary<string, Tensor> { ["b"] = tensor(new byte[] { 1 }), ["a"] = tensor(new[] { 1.0 }) }, path);
        var bytes = File.ReadAllBytes(path);
        var length = BitConverter.ToInt64(bytes);
        Assert.That(length % 8, Is.Zero);
        var header = System.Text.Encoding.UTF8.GetString(bytes, 8, (int)length);
        Assert.That(
            header,
            Does.StartWith("{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[8,9]}}")
        );
    }

    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, null)]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 9, "take 8 bytes, the file has 9")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 7, "take 8 bytes, the file has 7")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}""", 12, "overlap")]
    [TestCase(
        """{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[12,16]}}""",
        16,
        "overlap or leave a gap"
    )]
    [TestCase("""{"a":{"dtype":"F32","shape":[1152921504606846976],"data_offsets":[0,8]}}""", 8, "does not fill")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1152921504606846976,1152921504606846976],"data_offsets":[0,8]}}""", 8, "does not fill")]
    [TestCase("""{"a":{"dtype":"F32","shape":[4611686018427387904,2,0,9],"data_offsets":[0,0]}}""", 0, "impossible shape")]
    [TestCase("""{"a":{"dtype":"F32","shape":[99999999999999999999],"data_offsets":[0,8]}}""", 8, "no whole number")]
    [TestCase("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""", 8, "no whole number")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}""", 8, "does not fill")]
    [TestCase("""{"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,8]}}""", 8, "no whole number")]
    [TestCase("""{"a":{"dtype":"F31","shape":[2],"data_offsets":[0,8]}}""", 8, "elements of F31")]
    [TestCase("""{"a":{"shape":[2],"data_offsets":[0,8]}}""", 8, "lacks dtype")]
    [TestCase("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "no JSON")]
    [TestCase("""{"../a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "no name")]
    [TestCase("""{"":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "no name")]
    [TestCase("""{"a\u0000":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", 8, "no name")]
    [TestCase("""{"__metadata__":{"a":1}}""", 0, "no text")]
    [TestCase("""{"__metadata__":[]}""", 0, "no JSON object")]
    [TestCase("""["a"]""", 0, "no JSON object")]
    [TestCase("""{"a":""", 0, "no JSON")]
    [TestCase("", 0, "no JSON")]
    public void A_header_that_says_what_cannot_be_is_one_clear_error(string header, int dataLength, string? problem)
    {
        var path = Write(header, new byte[dataLength]);
        if (problem is null)
        {
            Assert.That(safetensors.load_file(path)["a"].shape, Is.EqualTo(new long[] { 2 }));
            return;
        }
        Assert.That(
            () => safetensors.load_file(path),
            Throws.TypeOf<InvalidInputException>().With.Message.Contains(problem).And.Message.StartsWith(path).And.Message.Not.Contains("\n")
        );
    }

    [TestCase(new byte[0])]
    [TestCase(new byte[] { 1, 2, 3 })]
    [TestCase(new byte[] { 255, 255, 255, 255, 255, 255, 255, 255, 123 })]
    [TestCase(new byte[] { 50, 0, 0, 0, 0, 0, 0, 0, 123, 125 })]
    public void A_cut_file_is_one_clear_error(byte[] bytes)
    {
        var path = Path.Combine(folder, "cut.safetensors");
        File.WriteAllBytes(path, bytes);
        Assert.That(() => safetensors.load_file(path), Throws.TypeOf<InvalidInputException>().With.Message.Contains("no sound safetensors file"));
    }

    [Test]
    public void A_file_cut_anywhere_is_refused()
    {
        var whole = File.ReadAllBytes(Path.Combine(ReferenceModel.PathOf("bert"), "model.safetensors"));
        var path = Path.Combine(folder, "cut.safetensors");
        for (var length = 0; length < whole.Length; length += 997)
        {
            File.WriteAllBytes(path, whole[..length]);
            Assert.That(() => safetensors.load_file(path), Throws.TypeOf<InvalidInputException>(), $"{length} bytes");
        }
    }

    [Test]
    public void Nesting_without_end_is_refused()
    {
        var path = Write("{\"a\":" + new string('[', 100_000), []);
        Assert.That(() => safetensors.load_file(path), Throws.TypeOf<InvalidInputException>());
    }

    private string Write(string header, byte[] data)
    {
        var path = Path.Combine(folder, "hostile.safetensors");
        var text = System.Text.Encoding.UTF8.GetBytes(header);
        File.WriteAllBytes(path, [.. BitConverter.GetBytes((long)text.Length), .. text, .. data]);
        return path;
    }
}
