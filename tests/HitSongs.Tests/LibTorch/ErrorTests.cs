using System.Runtime.InteropServices;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class ErrorTests
{
    [Test]
    public void Shapes_that_do_not_fit_are_one_line_that_names_the_operator()
    {
        using var a = ones(2, 3);
        using var b = ones(4, 5);
        var error = Assert.Throws<ExternalException>(() => a.mm(b));
        Assert.That(error!.Message, Is.EqualTo("mm: mat1 and mat2 shapes cannot be multiplied (2x3 and 4x5)"));
    }

    [Test]
    public void No_message_has_a_second_line_or_a_backtrace()
    {
        using var a = ones(2, 3);
        using var meta = ones(2, 3, device: META);
        Assert.Multiple(() =>
        {
            foreach (var wrong in new Action[]
            {
                () => _ = a + ones(4, 5), () => a.reshape(7), () => a.view(-1, -1), () => a.transpose(0, 9), () => cat([a, ones(1)]), () => stack([]),
                () => a.index_select(0, tensor(new long[] { 9 })), () => _ = a[5], () => a.softmax(4), () => nn.functional.cross_entropy(a, ones(2)),
                () => ones(3, int64).mean(), () => tensor(new[] { 1L }, requires_grad: true), () => meta.data<float>(), () => meta.item<float>(),
                () => zeros(-1), () => randint(5, 5, new long[] { 1 }), () => a.requires_grad_().add_(1), () => a.copy_(ones(7)),
            })
            {
                Assert.That(wrong, Throws.InstanceOf<Exception>().With.Message.Not.Contains("\n").And.Message.Not.Contains("frame #").And.Message.Not.Contains("Exception raised"));
            }
        });
    }

    [Test]
    public void A_size_beyond_memory_is_an_error_not_a_crash()
    {
        Assert.That(() => empty(1L << 50), Throws.TypeOf<ExternalException>().With.Message.Contains("memory"));
        Assert.That(() => empty(1L << 40, 1L << 40), Throws.TypeOf<ExternalException>());
        Assert.That(() => zeros(long.MaxValue), Throws.TypeOf<ExternalException>());
    }

    [Test]
    public void Null_where_a_tensor_belongs_is_an_error_not_a_crash()
    {
        using var a = ones(2);
        Tensor none = null!;
        Assert.Multiple(() =>
        {
            foreach (var wrong in new Action[]
            {
                () => a.add(none), () => a.mul(none), () => a.matmul(none), () => a.copy_(none), () => a.gather(0, none), () => cat([a, none]),
                () => stack([none]), () => zeros_like(none), () => nn.functional.linear(none, a), () => autograd.backward([none]), () => tensor((float[])null!),
                () => a.allclose(none), () => a.index_select(0, none), () => a[0] = none, () => _ = a + none, () => a.scatter_(0, none, a),
            })
            {
                Assert.That(wrong, Throws.InstanceOf<ArgumentException>().Or.TypeOf<ExternalException>());
            }
        });
    }

    [Test]
    public void Reading_elements_as_another_type_names_both()
    {
        using var whole = arange(3);
        Assert.That(() => whole.data<float>(), Throws.ArgumentException.With.Message.EqualTo("elements of Int64 cannot be read as Single"));
    }

    [Test]
    public void An_item_of_many_elements_names_the_shape()
    {
        using var many = ones(2, 3);
        Assert.That(() => many.item<float>(), Throws.ArgumentException.With.Message.Contains("[2, 3]"));
    }

    [Test]
    public void An_item_that_does_not_fit_its_type_is_refused() => Assert.That(() => tensor(300L).item<byte>(), Throws.TypeOf<OverflowException>());

    [Test]
    public void A_library_that_is_not_there_is_named_with_the_way_to_get_it()
    {
        Assert.That(
            () => TorchSharp.NativeShim.Load("absent", typeof(ErrorTests).Assembly.Location),
            Throws.TypeOf<DllNotFoundException>().With.Message.Contains("libabsent.so is missing").And.Message.Contains("sudo apt-get install libtorch-dev libopenblas0-pthread").And.Message.Contains("hitsongs doctor"));
    }

    [Test]
    public void A_library_that_does_not_load_is_named_with_the_way_to_mend_it()
    {
        var folder = Directory.CreateTempSubdirectory("libtorch-test");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "libbroken.so"), "no library");
            Assert.That(
                () => TorchSharp.NativeShim.Load("broken", Path.Combine(folder.FullName, "LibTorch.dll")),
                Throws.TypeOf<DllNotFoundException>().With.Message.StartsWith("libtorch cannot be loaded").And.Message.Contains("libtorch-dev").And.Message.Not.Contains("\n"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
