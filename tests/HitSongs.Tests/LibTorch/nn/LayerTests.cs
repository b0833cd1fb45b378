using System.Runtime.InteropServices;
using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Layers;

public class LayerTests
{
    private static readonly TestCaseData[] shapes =
    [
        Case("same padding", () => nn.Conv2d(2, 3, (3, 5), Padding.Same), [4, 2, 7, 6], [4, 3, 7, 6]),
        Case("valid padding", () => nn.Conv2d(2, 3, (3, 5), Padding.Valid), [4, 2, 7, 6], [4, 3, 5, 2]),
        Case("one image", () => nn.Conv2d(2, 3, 3), [2, 7, 6], [3, 5, 4]),
        Case("3 dimensions", () => nn.Conv3d(1, 2, 2, stride: 2), [1, 1, 4, 4, 4], [1, 2, 2, 2, 2]),
        Case("transposed", () => nn.ConvTranspose2d(2, 3, 3, stride: 2, padding: 1, output_padding: 1), [1, 2, 4, 4], [1, 3, 8, 8]),
        Case("pooling rounded up", () => nn.MaxPool2d(2, ceil_mode: true), [1, 1, 5, 5], [1, 1, 3, 3]),
        Case("adaptive pooling", () => nn.AdaptiveAvgPool2d((1, 2)), [1, 3, 5, 5], [1, 3, 1, 2]),
        Case("fractional pooling", () => nn.FractionalMaxPool2d(2, output_ratio: 0.5), [1, 3, 8, 8], [1, 3, 4, 4]),
        Case("flatten", () => nn.Flatten(), [2, 3, 4], [2, 12]),
        Case("unflatten", () => nn.Unflatten(1, [2, 3]), [5, 6, 4], [5, 2, 3, 4]),
        Case("shuffled pixels", () => nn.PixelShuffle(2), [1, 8, 3, 3], [1, 2, 6, 6]),
        Case("fold", () => nn.Fold(4, 2, stride: 2), [1, 12, 4], [1, 3, 4, 4]),
        Case("padding in 3 dimensions", () => nn.ConstantPad3d((1, 0, 0, 2, 3, 0), 1), [1, 1, 2, 2, 2], [1, 1, 5, 4, 3]),
        Case("resizing", () => nn.Upsample(size: [5, 7], mode: UpsampleMode.Bicubic), [1, 1, 3, 3], [1, 1, 5, 7]),
        Case("embedding", () => nn.Embedding(9, 4), [2, 3], [2, 3, 4]),
    ];

    private static readonly TestCaseData[] mistakes =
    [
        Wrong("too few channels", () => nn.Conv2d(3, 4, 2).call(ones([1, 2, 5, 5])), "expected input[1, 2, 5, 5] to have 3 channels"),
        Wrong("groups", () => nn.Conv1d(3, 4, 2, groups: 2), "3 and 4 channels cannot be divided into 2 groups"),
        Wrong("padding of a transposed convolution", () => nn.ConvTranspose1d(1, 1, 2, padding_mode: PaddingModes.Circular), "padded with zeros only"),
        Wrong("size of a transposed convolution", () => nn.ConvTranspose1d(1, 1, 2, stride: 2).forward(ones(1, 1, 3), [9]), "the size 9 is not between 6 and 7"),
        Wrong("dimensions of a normalization", () => nn.BatchNorm2d(3).call(ones(2, 3)), "BatchNorm2d needs 4 dimensions, the input has 2"),
        Wrong("one value a channel", () => nn.BatchNorm1d(3).call(ones(1, 3)), "one value a channel has no variance"),
        Wrong("one pixel a channel", () => nn.InstanceNorm1d(3).call(ones(2, 3, 1)), "one value a channel has no variance"),
        Wrong("no layers", () => nn.GRU(3, 2, 0), "needs a layer"),
        Wrong("embedding out of range", () => nn.Embedding(3, 2).call(tensor(new long[] { 3 })), "index out of range"),
        Wrong("padding row", () => nn.Embedding(3, 2, padding_idx: 3), "no row of a table of 3"),
        Wrong("heads", () => nn.MultiheadAttention(5, 2), "5 features cannot be divided among 2 heads"),
        Wrong("features of queries", () => nn.MultiheadAttention(4, 2).call(ones(2, 1, 3), ones(2, 1, 3), ones(2, 1, 3)), "queries have shape [L, N, 4], not [2, 1, 3]"),
        Wrong("features of a sequence", () => nn.LSTM(4, 2).call(ones(2, 1, 3)), null),
        Wrong("dimensions of a sequence", () => nn.GRU(4, 2).call(ones(4)), "GRU needs 2 or 3 dimensions"),
        Wrong("probability", () => nn.Dropout2d(-0.1), "lies between 0 and 1"),
        Wrong("reflection beyond the image", () => nn.ReflectionPad1d(5).call(ones(1, 1, 3)), null),
        Wrong("size and factor", () => nn.functional.interpolate(ones(1, 1, 3), [2], [2]), "either size or scale_factor"),
        Wrong("mode", () => nn.functional.interpolate(ones(1, 1, 3), [2], mode: InterpolationMode.Bilinear), "Bilinear does not resize an input of 3 dimensions"),
        Wrong("negative variance", () => nn.GaussianNLLLoss().call(ones(2), ones(2), -ones(2)), "a variance is negative"),
        Wrong("nothing", () => nn.functional.relu(null!), null),
    ];

    [TestCaseSource(nameof(shapes))]
    public void A_layer_gives_the_shape_it_promises(Func<nn.Module<Tensor, Tensor>> make, long[] input, long[] output)
    {
        using var layer = make();
        using var x = zeros(input, layer is TorchSharp.Modules.Embedding ? int64 : float32);
        Assert.That(layer.call(x).shape, Is.EqualTo(output));
    }

    [TestCaseSource(nameof(mistakes))]
    public void A_mistake_is_told_in_one_line(Action mistake, string? words)
    {
        var error = Assert.Catch(() => mistake());
        Assert.That(error, Is.InstanceOf<ExternalException>().Or.InstanceOf<ArgumentException>());
        Assert.That(error!.Message, Does.Not.Contain("\n"));
        if (words is not null) Assert.That(error.Message, Does.Contain(words));
    }

    [Test]
    public void A_border_is_filled_as_its_mode_says()
    {
        using var x = tensor(new float[] { 1, 2, 3 }).view(1, 1, 3);
        Assert.Multiple(() =>
        {
            Assert.That(Numbers(nn.ConstantPad1d((1, 2), 9).call(x)), Is.EqualTo(new float[] { 9, 1, 2, 3, 9, 9 }));
            Assert.That(Numbers(nn.ReflectionPad1d(2).call(x)), Is.EqualTo(new float[] { 3, 2, 1, 2, 3, 2, 1 }));
            Assert.That(Numbers(nn.ReplicationPad1d((2, 1)).call(x)), Is.EqualTo(new float[] { 1, 1, 1, 2, 3, 3 }));
            Assert.That(Numbers(nn.functional.pad(x, (1, 1), PaddingModes.Circular)), Is.EqualTo(new float[] { 3, 1, 2, 3, 1 }));
            Assert.That(nn.ZeroPad2d((0, 1, 2, 0)).call(ones([1, 1, 2, 2])).sum().item<float>(), Is.EqualTo(4));
        });
    }

    [Test]
    public void Running_figures_are_gathered_while_training_and_used_afterwards()
    {
        using var layer = nn.BatchNorm1d(1);
        using var x = tensor(new float[] { 1, 3 }).view(2, 1);
        Assert.That(Numbers(layer.call(x)), Is.EqualTo(new float[] { -1, 1 }).Within(1e-4), "eps is 1e-5 of a variance of 1");
        Assert.That((layer.running_mean!.item<float>(), layer.running_var!.item<float>(), layer.num_batches_tracked!.item<long>()), Is.EqualTo((0.2f, 1.1f, 1L)));
        layer.eval();
        Assert.That(layer.call(x)[0].item<float>(), Is.EqualTo(0.8 / Math.Sqrt(1.1)).Within(1e-4));
        Assert.That(layer.num_batches_tracked!.item<long>(), Is.EqualTo(1));
        layer.reset_running_stats();
        Assert.That((layer.running_mean!.item<float>(), layer.running_var!.item<float>()), Is.EqualTo((0f, 1f)));
    }

    [Test]
    public void Dropout_of_channels_keeps_or_drops_them_whole()
    {
        using var layer = nn.Dropout2d(0.5);
        using var sums = layer.call(ones([1, 200, 3, 3])).sum([2, 3]);
        Assert.That(sums.data<float>().ToArray(), Has.All.EqualTo(0f).Or.EqualTo(18f));
        // 200 channels: far from all or none but once in 10^60.
        Assert.That(sums.data<float>().ToArray().Distinct().Count(), Is.EqualTo(2));
        layer.eval();
        Assert.That(layer.call(ones([1, 2, 3, 3])).Equals(ones([1, 2, 3, 3])), Is.True);
    }

    [Test]
    public void A_padding_row_stays_zero_and_gets_no_gradient()
    {
        using var layer = nn.Embedding(5, 3, padding_idx: -4, max_norm: 0.1);
        using var result = layer.call(tensor(new long[] { 1, 2, 2 }));
        result.sum().backward();
        Assert.That(layer.weight[1].abs().sum().item<float>(), Is.Zero);
        Assert.That(layer.weight.grad!.sum(1).data<float>().ToArray(), Is.EqualTo(new float[] { 0, 0, 6, 0, 0 }));
        Assert.That(result[1].norm().item<float>(), Is.LessThanOrEqualTo(0.1f + 1e-6f));
        using var given = nn.Embedding_from_pretrained(ones(2, 2));
        Assert.That(given.weight.requires_grad, Is.False);
    }

    [Test]
    public void A_bag_of_numbers_gets_the_mean_of_its_rows()
    {
        using var layer = nn.EmbeddingBag_from_pretrained(arange(0, 8, 1, float32).view(4, 2));
        Assert.That(Numbers(layer.call(tensor(new long[,] { { 0, 2 }, { 3, 3 } }))), Is.EqualTo(new float[] { 2, 3, 6, 7 }));
        Assert.That(Numbers(layer.call(tensor(new long[] { 0, 2, 3 }), tensor(new long[] { 0, 2 }))), Is.EqualTo(new float[] { 2, 3, 6, 7 }));
        Assert.That(() => layer.call(tensor(new long[] { 0 })), Throws.ArgumentException);
    }

    [Test]
    public void Maxima_go_back_where_they_came_from()
    {
        using var x = tensor(new float[] { 1, 5, 7, 2 }).view(1, 1, 4);
        var (largest, places) = nn.MaxPool1d(2).forward_with_indices(x);
        Assert.That(Numbers(nn.MaxUnpool1d(2).call(largest, places)), Is.EqualTo(new float[] { 0, 5, 7, 0 }));
    }

    [Test]
    public void Changing_the_input_itself_is_seen_outside()
    {
        using var x = tensor(new float[] { -1, 1 });
        using (var y = nn.LeakyReLU(0.5, inplace: true).call(x)) Assert.That(y.Equals(x), Is.True);
        Assert.That(Numbers(x), Is.EqualTo(new float[] { -0.5f, 1 }));
    }

    private static float[] Numbers(Tensor x) => x.contiguous().data<float>().ToArray();

    private static TestCaseData Case(string name, Func<nn.Module<Tensor, Tensor>> make, long[] input, long[] output) =>
        new TestCaseData(make, input, output).SetName($"{nameof(A_layer_gives_the_shape_it_promises)}({name})");

    private static TestCaseData Wrong(string name, Action mistake, string? words) => new TestCaseData(mistake, words).SetName($"{nameof(A_mistake_is_told_in_one_line)}({name})");
}
