using NUnit.Framework;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class DataLoaderTests
{
    [TestCase(false, new[] { 4, 4, 2 })]
    [TestCase(true, new[] { 4, 4 })]
    public void Batches_hold_the_items_in_order_and_a_last_one_that_is_not_full_may_be_dropped(bool drop, int[] sizes)
    {
        using var loader = utils.data.DataLoader(Squares(10), 4, drop_last: drop);
        var seen = new List<long>();
        var found = new List<int>();
        foreach (var batch in loader)
        {
            Assert.That(batch[1].data<long>().ToArray(), Is.EqualTo(batch[0].data<long>().ToArray().Select(x => x * x)));
            seen.AddRange(batch[0].data<long>().ToArray());
            found.Add((int)batch[0].shape[0]);
        }
        Assert.That(found, Is.EqualTo(sizes));
        Assert.That(loader.Count, Is.EqualTo(sizes.Length));
        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, sizes.Sum())));
    }

    [Test]
    public void A_seed_determines_the_orders_which_differ_from_epoch_to_epoch()
    {
        long[][] Orders(int? seed)
        {
            using var loader = utils.data.DataLoader(Squares(50), 8, shuffle: true, seed: seed);
            return [Items(loader), Items(loader)];
        }

        var (one, same, other) = (Orders(5), Orders(5), Orders(6));
        Assert.Multiple(() =>
        {
            Assert.That(one, Is.EqualTo(same));
            Assert.That(one[0], Is.Not.EqualTo(one[1]));
            Assert.That(one[0], Is.Not.EqualTo(other[0]));
            Assert.That(one[0], Is.EquivalentTo(Enumerable.Range(0, 50)));
            Assert.That(new FisherYatesShuffler(50), Is.EquivalentTo(Enumerable.Range(0, 50)));
        });
    }

    [Test]
    public void A_sampler_of_ones_own_says_what_is_taken()
    {
        using var loader = utils.data.DataLoader(Squares(10), 2, [7L, 7, 1]);
        Assert.That(Items(loader), Is.EqualTo(new[] { 7, 7, 1 }));
    }

    [TestCase(1)]
    [TestCase(4)]
    public void Items_that_are_made_anew_are_stacked_by_name_also_by_several_workers(int workers)
    {
        using var loader = utils.data.DataLoader(new Named(9), 4, num_worker: workers);
        var sums = loader.Select(batch => (batch["x"].shape, batch["y"].sum().item<long>())).ToArray();
        Assert.That(sums.Select(sum => sum.Item2), Is.EqualTo(new[] { 0 + 1 + 2 + 3, 4 + 5 + 6 + 7, 8 }));
        Assert.That(sums[0].shape, Is.EqualTo(new[] { 4, 3 }));
    }

    [Test]
    public void The_fast_way_of_a_tensor_data_set_gives_what_stacking_gives()
    {
        using var scope = NewDisposeScope();
        var x = randn(20, 3, 2);
        using var fast = utils.data.DataLoader(utils.data.TensorDataset(x), 6, [3L, 1, 19, 0, 3]);
        using var slow = new DataLoader<IList<Tensor>, Tensor>(
            utils.data.TensorDataset(x), 6, (items, device) => stack(items.Select(item => item[0])).to(device), [3L, 1, 19, 0, 3]);
        foreach (var (one, other) in fast.Zip(slow)) Assert.That(one[0].data<float>().ToArray(), Is.EqualTo(other.data<float>().ToArray()));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Nothing_is_left_over_after_an_epoch(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = utils.data.DataLoader(new Named(40), 8, shuffle: true, seed: 1, num_worker: workers);
        Tensor? before = null;
        foreach (var batch in loader)
        {
            Assert.That(before?.IsInvalid ?? true, "the batch before is disposed");
            Assert.That(batch["x"].IsInvalid, Is.False);
            before = batch["x"];
        }
        Assert.That(before!.IsInvalid);
        Assert.That(scope.DisposablesCount, Is.Zero);
    }

    [Test]
    public void Leaving_an_epoch_early_disposes_the_batch_too()
    {
        using var scope = NewDisposeScope();
        using var dataset = Squares(10);
        using var loader = utils.data.DataLoader(dataset, 2, disposeDataset: false);
        Tensor? last = null;
        foreach (var batch in loader)
        {
            last = batch[0];
            break;
        }
        Assert.That(last!.IsInvalid);
    }

    [Test]
    public void Batches_can_be_kept_and_the_data_set_too()
    {
        using var scope = NewDisposeScope();
        var dataset = Squares(4);
        IList<Tensor>[] batches;
        using (var loader = utils.data.DataLoader(dataset, 2, disposeBatch: false, disposeDataset: false)) batches = [.. loader];
        Assert.That(batches.SelectMany(batch => batch[1].data<long>().ToArray()), Is.EqualTo(new[] { 0, 1, 4, 9 }));
        Assert.That(dataset[3][1].item<long>(), Is.EqualTo(9));
        Assert.That(scope.DisposablesCount, Is.GreaterThanOrEqualTo(4), "the caller's scope owns them");
    }

    [Test]
    public void What_makes_no_sense_is_refused()
    {
        using var scope = NewDisposeScope();
        Assert.Multiple(() =>
        {
            Assert.That(() => utils.data.TensorDataset(zeros(3), zeros(4)), Throws.ArgumentException.With.Message.Contains("3, 4"));
            Assert.That(() => utils.data.TensorDataset(), Throws.ArgumentException);
            Assert.That(() => utils.data.TensorDataset(tensor(1)), Throws.ArgumentException);
            Assert.That(() => Squares(3).GetTensor(3), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => utils.data.DataLoader(Squares(3), 0), Throws.ArgumentException.With.Message.Contains("batch"));
            Assert.That(() => utils.data.DataLoader(Squares(3), 1, num_worker: 0), Throws.ArgumentException.With.Message.Contains("worker"));
        });
    }

    private static long[] Items(IterableDataLoader loader) => [.. loader.SelectMany(batch => batch[0].data<long>().ToArray())];

    private static TensorDataset Squares(int count)
    {
        using var scope = NewDisposeScope();
        var numbers = arange(count);
        return utils.data.TensorDataset(numbers, numbers * numbers);
    }

    private sealed class Named(int count) : utils.data.Dataset
    {
        public override long Count => count;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["x"] = full([3], index), ["y"] = tensor(index) };
    }
}
