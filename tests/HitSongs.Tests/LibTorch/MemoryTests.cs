using System.Diagnostics;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class MemoryTests
{
    [Test]
    public void A_scope_disposes_what_was_made_in_it_and_nothing_else()
    {
        using var outside = ones(1);
        Tensor inside, kept, moved;
        using (var outer = NewDisposeScope())
        {
            using (var scope = NewDisposeScope())
            {
                inside = ones(1);
                kept = (inside + outside).DetachFromDisposeScope();
                moved = ones(1).MoveToOuterDisposeScope();
                Assert.That(scope.DisposablesCount, Is.EqualTo(1));
                Assert.That(scope.Contains(inside), Is.True);
            }
            Assert.That(inside.IsInvalid, Is.True);
            Assert.That(moved.IsInvalid, Is.False);
            Assert.That(outer.DisposablesCount, Is.EqualTo(1));
        }
        Assert.That(moved.IsInvalid, Is.True);
        Assert.That(kept.item<float>(), Is.EqualTo(2));
        Assert.That(outside.IsInvalid, Is.False);
        kept.Dispose();
    }

    [Test]
    public void A_scope_forgets_what_was_disposed_before_its_end()
    {
        using var scope = NewDisposeScope();
        using (ones(1)) Assert.That(scope.DisposablesCount, Is.EqualTo(1));
        Assert.That(scope.DisposablesCount, Is.Zero);
        var keep = ones(1);
        var drop = ones(1);
        scope.DisposeEverythingBut(keep);
        Assert.That((keep.IsInvalid, drop.IsInvalid), Is.EqualTo((false, true)));
    }

    [Test]
    public void Scopes_that_end_out_of_order_still_dispose_their_own()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        var made = ones(1);
        inner.Dispose();
        Assert.That(made.IsInvalid, Is.True);
        using var free = ones(1);
        Assert.That(free.Scope, Is.Null);
    }

    [Test]
    public void A_parameter_outlives_the_scope_its_module_was_made_in()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope()) layer = nn.Linear(2, 2);
        Assert.That(layer.parameters().Select(p => p.IsInvalid), Has.None.True);
        layer.Dispose();
        Assert.That(layer.Dispose, Throws.Nothing, "again");
    }

    [Test]
    public void A_disposed_tensor_throws_at_every_use_and_never_crashes()
    {
        var disposed = ones(2, requires_grad: true);
        using var other = ones(2);
        disposed.Dispose();
        disposed.Dispose();
        Assert.Multiple(() =>
        {
            foreach (var use in new Action[]
            {
                () => _ = disposed.shape, () => _ = disposed.dtype, () => disposed.sum(), () => other.add(disposed), () => cat([other, disposed]),
                () => disposed.item<float>(), () => disposed.data<float>(), () => disposed.backward(), () => _ = disposed.grad,
                () => disposed.requires_grad = true, () => other[0] = disposed, () => _ = disposed[0], () => disposed.zero_(), () => _ = disposed == other,
            })
            {
                Assert.That(use, Throws.TypeOf<ObjectDisposedException>());
            }
            Assert.That(disposed.ToString(), Is.EqualTo("[disposed]"));
        });
    }

    [Test]
    public void Elements_read_through_an_accessor_of_a_disposed_tensor_throw()
    {
        var tensor = ones(2);
        using var elements = tensor.data<float>();
        tensor.Dispose();
        Assert.That(() => elements[0], Throws.TypeOf<ObjectDisposedException>());
    }

    [Test]
    public void A_view_keeps_the_memory_of_a_disposed_tensor()
    {
        var whole = arange(6).reshape(2, 3);
        var row = whole[1];
        whole.Dispose();
        Assert.That(row.data<long>().ToArray(), Is.EqualTo(new[] { 3, 4, 5 }));
    }

    [Test]
    public void A_loop_that_disposes_nothing_stays_small()
    {
        using var weight = ones(4096, requires_grad: true);
        using var x = ones(4096);
        for (var i = 0; i < 500; i++) ((weight + x) * x).sum().backward();
        var before = Process.GetCurrentProcess().WorkingSet64;
        for (var i = 0; i < 20_000; i++) ((weight + x) * x).sum().backward();
        var growth = (Process.GetCurrentProcess().WorkingSet64 - before) >> 20;
        // 20,000 steps make 650 MB and more of intermediates; what lives between two collections is some 64 MB.
        Assert.That(growth, Is.LessThan(300), "MB of growth");
    }

    [Test]
    public void A_loop_of_large_tensors_that_disposes_nothing_stays_small()
    {
        var before = Process.GetCurrentProcess().WorkingSet64;
        for (var i = 0; i < 100; i++) _ = ones(4 << 20) + 1;
        var growth = (Process.GetCurrentProcess().WorkingSet64 - before) >> 20;
        // 100 turns make 3.2 GB; what lives between two collections is 64 MB and the last turn's 32.
        Assert.That(growth, Is.LessThan(300), "MB of growth");
    }

    [Test]
    public void Threads_work_each_with_its_own_scope_and_mode()
    {
        using var shared = ones(64, 64, requires_grad: true);
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using var scope = NewDisposeScope();
            using var mode = set_grad_enabled(i % 2 == 0);
            var product = shared.matmul(full(64, 64, (double)i));
            if (product.requires_grad != (i % 2 == 0)) throw new InvalidOperationException("another thread's mode");
            if (product[3, 5].item<float>() != 64f * i) throw new InvalidOperationException("a wrong product");
            if (scope.DisposablesCount < 2) throw new InvalidOperationException("another thread's scope");
        });
        Assert.That(shared.IsInvalid, Is.False);
    }

    [Test]
    public void A_tensor_may_be_disposed_on_another_thread_than_its_scope()
    {
        using var scope = NewDisposeScope();
        var tensors = Enumerable.Range(0, 1000).Select(_ => ones(1)).ToArray();
        Parallel.ForEach(tensors, tensor => tensor.Dispose());
        Assert.That(scope.DisposablesCount, Is.Zero);
    }
}
