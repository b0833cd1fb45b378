using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class TensorTests
{
    [Test]
    public void Arrays_keep_their_shape_and_type()
    {
        Assert.Multiple(() =>
        {
            Assert.That(tensor(new float[,] { { 1, 2, 3 }, { 4, 5, 6 } }).ToString(), Is.EqualTo("[2x3], type = Float32, device = cpu"));
            Assert.That(tensor(new[] { 1.0, 2 }).dtype, Is.EqualTo(float64));
            Assert.That(tensor(new[] { 1L }).dtype, Is.EqualTo(int64));
            Assert.That(tensor(new[] { 1 }).dtype, Is.EqualTo(int32));
            Assert.That(tensor(new[] { true, false }).dtype, Is.EqualTo(@bool));
            Assert.That(tensor(3.5f).shape, Is.Empty);
            Assert.That(tensor(3, dtype: float32).item<float>(), Is.EqualTo(3));
            Assert.That(tensor(new[] { 1.5, 2.5 }, float32).dtype, Is.EqualTo(float32));
            Assert.That(tensor(new List<float> { 1, 2, 3, 4 }, 2, 2).shape, Is.EqualTo(new[] { 2, 2 }));
            Assert.That(from_array(new int[,,] { { { 1 }, { 2 } } }).shape, Is.EqualTo(new[] { 1, 2, 1 }));
            Assert.That(() => tensor(new[] { 1f, 2f, 3f }, [2, 2]), Throws.ArgumentException.With.Message.Contains("3 elements do not fill the shape [2, 2]"));
        });
    }

    [Test]
    public void The_memory_of_a_tensor_goes_to_a_stream_and_comes_back()
    {
        using var stream = new MemoryStream();
        tensor(new[] { 1f, 2, 3 }).WriteBytesToStream(stream);
        Assert.That(stream.Length, Is.EqualTo(12));
        stream.Position = 0;
        var read = zeros(3);
        read.ReadBytesFromStream(stream);
        Assert.Multiple(() =>
        {
            Assert.That(Floats(read), Is.EqualTo(new[] { 1f, 2, 3 }));
            Assert.That(() => read.ReadBytesFromStream(stream), Throws.TypeOf<EndOfStreamException>());
            Assert.That(() => zeros(2, 3).t().WriteBytesToStream(stream), Throws.InvalidOperationException.With.Message.Contains("contiguous"));
        });
    }

    [Test]
    public void A_tensor_in_TorchSharps_own_form_is_read_from_a_stream_which_stays_open()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        foreach (var numbers in new[] { new[] { 1L, 2 }, [3] }) tensor(numbers).Save(writer);
        stream.Position = 0;
        Assert.Multiple(() =>
        {
            Assert.That(Longs(Tensor.Load(stream)), Is.EqualTo(new[] { 1, 2 }));
            Assert.That(Longs(Tensor.Load(stream)), Is.EqualTo(new[] { 3 }));
            Assert.That(() => Tensor.Load(stream), Throws.TypeOf<EndOfStreamException>());
        });
    }

    [Test]
    public void Views_and_sparse_tensors_tell_where_their_elements_are()
    {
        var sparse = tensor(new float[,] { { 0, 5 }, { 0, 0 } }).to_sparse();
        Assert.Multiple(() =>
        {
            Assert.That(arange(10).storage_offset(), Is.Zero);
            Assert.That(arange(10).narrow(0, 3, 2).storage_offset(), Is.EqualTo(3));
            Assert.That(Longs(sparse.SparseIndices.reshape(-1)), Is.EqualTo(new[] { 0, 1 }));
            Assert.That(Floats(sparse.SparseValues), Is.EqualTo(new[] { 5f }));
        });
    }

    [TestCase(TorchSharp.Modules.GELU.Approximate.none, 0.841345f)]
    [TestCase(TorchSharp.Modules.GELU.Approximate.tanh, 0.841192f)]
    public void Gelu_is_exact_or_by_a_hyperbolic_tangent(TorchSharp.Modules.GELU.Approximate approximate, float of1)
    {
        var x = tensor(1f);
        Assert.Multiple(() =>
        {
            // PyTorch prints these digits.
            Assert.That(x.gelu(approximate).item<float>(), Is.EqualTo(of1).Within(1e-6));
            Assert.That(x.gelu_(approximate).item<float>(), Is.EqualTo(of1).Within(1e-6));
            Assert.That(x.item<float>(), Is.EqualTo(of1).Within(1e-6));
        });
    }

    [Test]
    public void Factories_fill_their_shape()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Floats(zeros(2, 2)), Is.EqualTo(new float[4]));
            Assert.That(Floats(ones([1, 3])), Is.EqualTo(new[] { 1f, 1, 1 }));
            Assert.That(Floats(full(2, 7.0)), Is.EqualTo(new[] { 7f, 7 }));
            Assert.That(full(2, 7).dtype, Is.EqualTo(int64));
            Assert.That(Longs(arange(3)), Is.EqualTo(new[] { 0, 1, 2 }));
            Assert.That(Floats(arange(0, 1, 0.25)), Is.EqualTo(new[] { 0, 0.25f, 0.5f, 0.75f }));
            Assert.That(Floats(linspace(0, 1, 3)), Is.EqualTo(new[] { 0, 0.5f, 1 }));
            Assert.That(Floats(eye(2)), Is.EqualTo(new[] { 1f, 0, 0, 1 }));
            Assert.That(full_like(arange(2), 4).data<long>().ToArray(), Is.EqualTo(new[] { 4, 4 }));
            Assert.That(zeros(2, 0).shape, Is.EqualTo(new[] { 2, 0 }));
        });
    }

    [Test]
    public void Operators_follow_PyTorch_on_mixed_types()
    {
        using var whole = arange(1, 4);
        Assert.Multiple(() =>
        {
            Assert.That(Floats(whole / 2), Is.EqualTo(new[] { 0.5f, 1, 1.5f }));
            Assert.That(Longs(whole.div(2, RoundingMode.floor)), Is.EqualTo(new[] { 0, 1, 1 }));
            Assert.That((whole + 0.5).dtype, Is.EqualTo(float32));
            Assert.That(Longs(10 - whole), Is.EqualTo(new[] { 9, 8, 7 }));
            Assert.That(Floats(6 / whole), Is.EqualTo(new[] { 6f, 3, 2 }));
            Assert.That(Longs(-whole % 3), Is.EqualTo(new[] { 2, 1, 0 }));
            Assert.That(Longs(whole.pow(2)), Is.EqualTo(new[] { 1, 4, 9 }));
            Assert.That((whole == 2).data<bool>().ToArray(), Is.EqualTo(new[] { false, true, false }));
            Assert.That((2 < whole).data<bool>().ToArray(), Is.EqualTo(new[] { false, false, true }));
            Assert.That(((whole > 1) & ~(whole >= 3)).data<bool>().ToArray(), Is.EqualTo(new[] { false, true, false }));
            Assert.That(whole.Equals(arange(1, 4)), Is.True);
            Assert.That(whole.allclose(arange(1, 5)[..3]), Is.True);
        });
    }

    [Test]
    public void Reductions_work_on_all_elements_and_along_dimensions()
    {
        using var x = tensor(new float[,] { { 1, 2, 3 }, { 6, 5, 4 } });
        Assert.Multiple(() =>
        {
            Assert.That(x.sum().item<float>(), Is.EqualTo(21));
            Assert.That(Floats(x.sum(0)), Is.EqualTo(new[] { 7f, 7, 7 }));
            Assert.That(x.mean([1], keepdim: true).shape, Is.EqualTo(new[] { 2, 1 }));
            Assert.That(Floats(x.mean([1])), Is.EqualTo(new[] { 2f, 5 }));
            Assert.That(Floats(x.var(1)), Is.EqualTo(new[] { 1f, 1 }));
            Assert.That(Floats(x.std(1, unbiased: false)), Is.EqualTo(new[] { 0.8165f, 0.8165f }).Within(1e-4f), "four decimals");
            Assert.That(Floats(x.max(1).values), Is.EqualTo(new[] { 3f, 6 }));
            Assert.That(Longs(x.max(1).indexes), Is.EqualTo(new[] { 2, 0 }));
            Assert.That(x.argmax().item<long>(), Is.EqualTo(3));
            Assert.That(Longs(x.argmin(1)), Is.EqualTo(new[] { 0, 2 }));
            Assert.That(x.norm().item<float>(), Is.EqualTo(Math.Sqrt(91)).Within(1e-5), "float32");
            Assert.That(Floats(x.topk(2).values), Is.EqualTo(new[] { 3f, 2, 6, 5 }));
            Assert.That(Floats(x.clamp(2, 5)), Is.EqualTo(new[] { 2f, 2, 3, 5, 5, 4 }));
        });
    }

    [Test]
    public void Elements_come_in_order_of_their_indices_from_any_memory()
    {
        using var x = arange(6).reshape(2, 3);
        using var turned = x.t();
        using var stepped = x[.., TensorIndex.Slice(0, null, 2)];
        using var one = tensor(5f).expand(2, 2);
        Assert.Multiple(() =>
        {
            Assert.That(turned.is_contiguous(), Is.False);
            Assert.That(Longs(turned), Is.EqualTo(new[] { 0, 3, 1, 4, 2, 5 }));
            Assert.That(turned.data<long>()[2, 1], Is.EqualTo(5));
            Assert.That(turned.data<long>()[1L], Is.EqualTo(3));
            Assert.That(turned.data<long>().ToNDArray(), Is.EqualTo(new long[,] { { 0, 3 }, { 1, 4 }, { 2, 5 } }));
            Assert.That(Longs(stepped), Is.EqualTo(new[] { 0, 2, 3, 5 }));
            Assert.That(Floats(one), Is.EqualTo(new[] { 5f, 5, 5, 5 }));
            Assert.That(() => turned.data<long>()[0, 2], Throws.TypeOf<IndexOutOfRangeException>());
            Assert.That(() => turned.data<long>()[6L], Throws.TypeOf<IndexOutOfRangeException>());
        });
        turned.data<long>()[0, 1] = 30;
        Assert.That(x[1, 0].item<long>(), Is.EqualTo(30), "the accessor writes to the tensor");
    }

    [Test]
    public void Empty_tensors_have_no_elements_and_do_no_harm()
    {
        using var none = tensor(Array.Empty<float>());
        Assert.Multiple(() =>
        {
            Assert.That(none.shape, Is.EqualTo(new[] { 0 }));
            Assert.That(Floats(none), Is.Empty);
            Assert.That(none.sum().item<float>(), Is.Zero);
            Assert.That(float.IsNaN(none.mean().item<float>()), Is.True);
            Assert.That(Floats(zeros(0, 3).t()), Is.Empty);
            Assert.That(cat([none, ones(2)]).shape, Is.EqualTo(new[] { 2 }));
            Assert.That(none.bytes.Length, Is.Zero);
            Assert.That(none.str(), Does.StartWith("[0], type"));
            Assert.That(() => none.max(), Throws.InstanceOf<System.Runtime.InteropServices.ExternalException>());
        });
    }

    [Test]
    public void Indices_choose_as_in_Python()
    {
        using var x = arange(24).reshape(2, 3, 4);
        using var mask = tensor(new[,] { { true, false, false }, { false, false, true } });
        Assert.Multiple(() =>
        {
            Assert.That(x[1, 2, 3].item<long>(), Is.EqualTo(23));
            Assert.That(x[-1, 0].shape, Is.EqualTo(new[] { 4 }));
            Assert.That(Longs(x[0, .., 1]), Is.EqualTo(new[] { 1, 5, 9 }));
            Assert.That(Longs(x[TensorIndex.Ellipsis, 3]), Is.EqualTo(new[] { 3, 7, 11, 15, 19, 23 }));
            Assert.That(x[TensorIndex.None, 0].shape, Is.EqualTo(new[] { 1, 3, 4 }));
            Assert.That(Longs(x[1, 1..^1, ^2..]), Is.EqualTo(new[] { 18, 19 }));
            Assert.That(x[mask].shape, Is.EqualTo(new[] { 2, 4 }));
            Assert.That(Longs(x[mask, 0]), Is.EqualTo(new[] { 0, 20 }));
            Assert.That(Longs(x[.., tensor(new long[] { 2, 0 }), 1]), Is.EqualTo(new[] { 9, 1, 21, 13 }));
            Assert.That(() => x[0, 0, 0, 0], Throws.ArgumentException.With.Message.Contains("4 indices for a tensor of 3 dimensions"));
            Assert.That(() => x[5], Throws.TypeOf<System.Runtime.InteropServices.ExternalException>());
        });
    }

    [Test]
    public void Assignment_writes_through_indices()
    {
        using var x = zeros(2, 3);
        x[0, 1] = 5;
        x[1] = tensor(new[] { 7f, 8f, 9f });
        x[x == 8] = -1;
        x[.., ^1] = 2;
        Assert.That(Floats(x), Is.EqualTo(new[] { 0f, 5, 2, 7, -1, 2 }));
    }

    [Test]
    public void Conversions_change_type_and_value()
    {
        using var x = tensor(new[] { 1.7, -2.2 });
        Assert.Multiple(() =>
        {
            Assert.That(Longs(x.to_type(int64)), Is.EqualTo(new[] { 1, -2 }));
            Assert.That(x.@float().dtype, Is.EqualTo(float32));
            Assert.That((float)x[0], Is.EqualTo(1.7f));
            Assert.That(x[1].ToDouble(), Is.EqualTo(-2.2));
            Assert.That((double)(Tensor)3, Is.EqualTo(3));
            Assert.That(x.to("cpu").device.type, Is.EqualTo(DeviceType.CPU));
            Assert.That(() => new Device("toaster"), Throws.ArgumentException.With.Message.Contains("toaster"));
        });
    }

    [Test]
    public void Text_shows_the_elements_in_the_style_asked_for()
    {
        using var x = tensor(new float[,] { { 1, 2.5f }, { -3, 4 } });
        Assert.Multiple(() =>
        {
            Assert.That(x.npstr(newLine: "\n"), Is.EqualTo("[[1, 2.5],\n [-3, 4]]"));
            Assert.That(x.cstr(), Is.EqualTo("[2x2], type = Float32, device = cpu, value = {{1, 2.5}, {-3, 4}}"));
            Assert.That(x.jlstr(newLine: "\n"), Is.EqualTo("[2x2], type = Float32, device = cpu\n1 2.5\n-3 4"));
            Assert.That(arange(2000).npstr(), Is.EqualTo("[0, 1, 2, ..., 1997, 1998, 1999]"));
            Assert.That(tensor(true).npstr(), Is.EqualTo("true"));
        });
    }

    [Test]
    public void The_number_of_threads_can_be_set()
    {
        var before = get_num_threads();
        try
        {
            set_num_threads(1);
            Assert.That(get_num_threads(), Is.EqualTo(1));
            Assert.That(() => set_num_threads(0), Throws.InstanceOf<ArgumentException>());
        }
        finally
        {
            set_num_threads(before);
        }
    }

    private static float[] Floats(Tensor tensor) => tensor.data<float>().ToArray();

    private static long[] Longs(Tensor tensor) => tensor.data<long>().ToArray();
}
