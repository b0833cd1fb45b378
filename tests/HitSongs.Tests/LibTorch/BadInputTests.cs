using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

/// <summary>What is wrong ends as an exception, never as a crash.</summary>
public sealed class BadInputTests
{
    [Test]
    public void An_operator_that_this_libtorch_lacks_is_named_with_the_version_when_it_is_called()
    {
        var absent = new Operator("not_invented_yet", "Tensor");
        using var x = ones(1);
        Assert.That(() => absent.Call(x), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo($"libtorch {__version__} has no operator aten::not_invented_yet.Tensor"));
    }

    [Test]
    public void An_operator_of_another_signature_than_expected_is_refused()
    {
        using var x = ones(2, 2);
        Assert.Multiple(() =>
        {
            Assert.That(() => new Operator("add", "Tensor").Unary(x), Throws.InstanceOf<ExternalException>());
            Assert.That(() => new Operator("neg").Call(x, x, x), Throws.TypeOf<ExternalException>().With.Message.Contains("takes 1"));
            Assert.That(() => new Operator("add", "Tensor").Call(x), Throws.TypeOf<ExternalException>().With.Message.Contains("missing"));
            Assert.That(() => new Operator("neg").Call("text"), Throws.TypeOf<ExternalException>());
        });
    }

    [Test]
    public void A_native_handle_can_be_taken_over_but_not_one_of_zero()
    {
        using var none = Tensor.UnsafeCreateTensor(ones(1).DecoupleFromNativeHandle());
        Assert.That(none.item<float>(), Is.EqualTo(1), "what was decoupled can be taken over");
        Assert.That(() => Tensor.UnsafeCreateTensor(0), Throws.ArgumentException);
    }

    [Test]
    public void A_tensor_that_another_thread_disposed_throws_here()
    {
        var x = ones(3);
        var thread = new Thread(x.Dispose);
        thread.Start();
        thread.Join();
        Assert.Multiple(() =>
        {
            Assert.That(() => x + x, Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => x.data<float>(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => cat([ones(1), x]), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(x.ToString(), Is.EqualTo("[disposed]"));
        });
    }

    [Test]
    public void Many_threads_that_dispose_one_tensor_free_it_once()
    {
        for (var round = 0; round < 50; round++)
        {
            var x = ones(1000);
            Parallel.For(0, 8, _ => x.Dispose());
            Assert.That(x.IsInvalid, Is.True);
        }
    }

    [Test]
    public void Indices_of_a_scalar_and_indices_out_of_range_are_refused()
    {
        using var scalar = tensor(5f);
        using var row = arange(3);
        Assert.Multiple(() =>
        {
            Assert.That(() => scalar[0], Throws.TypeOf<ExternalException>().Or.InstanceOf<ArgumentException>());
            Assert.That(() => scalar[0, 0], Throws.ArgumentException.With.Message.Contains("0 dimensions"));
            Assert.That(scalar[TensorIndex.Ellipsis].item<float>(), Is.EqualTo(5));
            Assert.That(scalar[TensorIndex.None].shape, Is.EqualTo(new[] { 1 }));
            Assert.That(() => row[3], Throws.TypeOf<ExternalException>());
            Assert.That(() => row[-4], Throws.TypeOf<ExternalException>());
            Assert.That(() => row[tensor(7L)], Throws.TypeOf<ExternalException>());
            Assert.That(() => row[0, 0], Throws.ArgumentException);
            Assert.That(() => row.size(1), Throws.InstanceOf<ArgumentOutOfRangeException>());
        });
    }

    [Test]
    public void Elements_in_another_order_are_read_in_theirs_and_have_no_plain_bytes()
    {
        using var turned = arange(6).reshape(2, 3).t();
        Assert.Multiple(() =>
        {
            Assert.That(() => turned.bytes.Length, Throws.InvalidOperationException.With.Message.Contains("contiguous"));
            Assert.That(turned.data<long>().ToArray(), Is.EqualTo(new[] { 0, 3, 1, 4, 2, 5 }));
            Assert.That(() => turned.data<long>().CopyFrom(new long[7]), Throws.ArgumentException);
            Assert.That(() => turned.data<long>()[-1L], Throws.TypeOf<IndexOutOfRangeException>());
            Assert.That(() => turned.data<long>()[0, 0, 0], Throws.TypeOf<IndexOutOfRangeException>());
        });
    }

    [Test]
    public void A_number_that_a_type_cannot_hold_is_refused_rather_than_changed()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => tensor(float.NaN).item<int>(), Throws.TypeOf<OverflowException>());
            Assert.That(() => tensor(1e20).item<long>(), Throws.TypeOf<OverflowException>());
            Assert.That(() => tensor(-1L).item<byte>(), Throws.TypeOf<OverflowException>());
            Assert.That(tensor(2.9f).item<int>(), Is.EqualTo(2));
            Assert.That(tensor(double.NaN).item<float>(), Is.NaN);
            Assert.That(tensor(0.5).item<bool>(), Is.True);
            Assert.That(() => tensor((1f, 2f)).item<float>(), Throws.TypeOf<ExternalException>().With.Message.Contains("complex"));
            Assert.That(() => tensor(1f).item<char>(), Throws.ArgumentException);
        });
    }

    [Test]
    public void Sizes_that_are_negative_or_do_not_fit_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => empty(-1), Throws.TypeOf<ExternalException>());
            Assert.That(() => zeros(2, 3).view(4, 2), Throws.TypeOf<ExternalException>());
            Assert.That(() => tensor(new[] { 1f, 2, 3 }, [2, 2]), Throws.ArgumentException.With.Message.Contains("3 elements"));
            Assert.That(() => tensor(new[] { 1f }, [-1, -1]), Throws.ArgumentException);
            Assert.That(() => from_array(new[] { "text" }, null), Throws.ArgumentException.With.Message.Contains("String"));
            Assert.That(() => ones(2).expand(1L << 62, 1L << 62).sum(), Throws.TypeOf<ExternalException>());
            Assert.That(() => arange(0, 1, step: 0), Throws.TypeOf<ExternalException>());
            Assert.That(() => ones(3).as_strided([1L << 40], [1L]), Throws.TypeOf<ExternalException>());
        });
    }

    [Test]
    public void Not_a_number_goes_through_as_in_Python()
    {
        using var x = tensor(new[] { 1, float.NaN, 3 });
        Assert.Multiple(() =>
        {
            Assert.That(x.max().item<float>(), Is.NaN);
            Assert.That(x.nansum().item<float>(), Is.EqualTo(4));
            Assert.That(x.eq(x.clone()).sum().item<long>(), Is.EqualTo(2));
            Assert.That(x.argmax().item<long>(), Is.EqualTo(1));
            Assert.That(x.allclose(x), Is.False);
            Assert.That(x.allclose(x, equal_nan: true), Is.True);
        });
    }
}
