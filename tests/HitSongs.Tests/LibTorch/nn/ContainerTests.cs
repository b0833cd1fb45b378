using NUnit.Framework;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Layers;

public class ContainerTests
{
    [Test]
    public void Lists_name_their_components_by_position_after_every_change()
    {
        using var list = nn.ModuleList<nn.Module>(nn.Linear(1, 1, hasBias: false), nn.ReLU());
        list.append(nn.PReLU(2));
        list.Insert(0, nn.Embedding(2, 2));
        list.RemoveAt(2);
        Assert.That(list.state_dict().Keys, Is.EqualTo(new[] { "0.weight", "1.weight", "2.weight" }));
        Assert.That((list.Count, list[2].GetName()), Is.EqualTo((3, "PReLU")));
        list.Clear();
        Assert.That(list.parameters(), Is.Empty);

        using var parameters = nn.ParameterList(nn.Parameter(ones(1)), nn.Parameter(zeros(2)));
        parameters[0] = nn.Parameter(ones(3));
        Assert.That(parameters.named_parameters().Select(entry => (entry.name, entry.parameter.numel())), Is.EqualTo(new[] { ("0", 3L), ("1", 2L) }));
    }

    [Test]
    public void Dictionaries_keep_the_order_of_addition()
    {
        using var heads = nn.ModuleDict(("year", nn.Linear(2, 1)), ("mood", nn.ReLU()));
        heads["hit"] = nn.PReLU(1);
        Assert.That(heads.keys(), Is.EqualTo(new[] { "year", "mood", "hit" }));
        Assert.That(heads.state_dict().Keys, Is.EqualTo(new[] { "year.weight", "year.bias", "hit.weight" }));
        Assert.That(heads.Remove("mood") && !heads.ContainsKey("mood"), Is.True);
        Assert.That(() => heads.Add("hit", nn.ReLU()), Throws.ArgumentException.With.Message.Contains("'hit'"));
        Assert.That(() => heads["none"], Throws.TypeOf<KeyNotFoundException>());

        using var parameters = nn.ParameterDict(("left", nn.Parameter(ones(1))), ("right", nn.Parameter(ones(2))));
        Assert.That(parameters.TryGetValue("right", out var right) ? right.numel() : 0, Is.EqualTo(2));
        Assert.That(parameters.named_parameters().Select(entry => entry.name), Is.EqualTo(new[] { "left", "right" }));
    }

    [Test]
    public void A_sequence_can_be_named_grown_and_sliced()
    {
        using var model = nn.Sequential(("first", nn.Linear(2, 3)), ("middle", nn.ReLU()));
        model.append("last", nn.Linear(3, 1));
        Assert.That(model.state_dict().Keys, Is.EqualTo(new[] { "first.weight", "first.bias", "last.weight", "last.bias" }));
        Assert.That(model[..2].call(ones(1, 2)).shape, Is.EqualTo(new[] { 1, 3 }));
        Assert.That(model[(1, null)].named_children().Select(entry => entry.name), Is.EqualTo(new[] { "middle", "last" }));
    }

    [Test]
    public void A_sequence_of_two_inputs_says_itself_how_it_is_called()
    {
        using var model = new Sum(nn.Linear(2, 3), nn.Linear(4, 3));
        Assert.That(model.call(ones(1, 2), ones(1, 4)).shape, Is.EqualTo(new[] { 1, 3 }));
        Assert.That((model.Count, model.state_dict().Count), Is.EqualTo((2, 4)));
    }

    [Test]
    public void Conversion_keeps_parameters_gradients_and_counters()
    {
        using var model = nn.Sequential(nn.Linear(2, 3), nn.BatchNorm1d(3));
        var weight = (Parameter)model.state_dict()["0.weight"];
        model.call(randn(4, 2)).pow(2).sum().backward();
        Assert.That(model.to(float64), Is.SameAs(model));
        Assert.That(weight.dtype, Is.EqualTo(float64));
        Assert.That(weight.grad!.dtype, Is.EqualTo(float64));
        Assert.That(weight.is_leaf && weight.requires_grad, Is.True);
        Assert.That(model.get_buffer("1.num_batches_tracked")!.dtype, Is.EqualTo(int64));
        model.zero_grad();
        model.call(randn(4, 2, float64)).sum().backward();
        Assert.That(model.half().get_parameter("1.bias")!.dtype, Is.EqualTo(float16));
        Assert.That(model.@float().cpu().parameters().Select(parameter => parameter.dtype), Has.All.EqualTo(float32));
    }

    [Test]
    public void Frozen_parameters_get_no_gradient()
    {
        using var model = nn.Sequential(nn.Linear(2, 3), nn.Linear(3, 1));
        ((nn.Module)model[0]).requires_grad_(false);
        model.call(ones(1, 2)).sum().backward();
        Assert.That(model.named_parameters().Where(entry => entry.parameter.grad is not null).Select(entry => entry.name), Is.EqualTo(new[] { "1.weight", "1.bias" }));
    }

    [Test]
    public void Disposal_frees_the_parameters_of_all_modules_within()
    {
        var model = nn.Sequential(nn.TransformerEncoderLayer(4, 2, 8), nn.Sequential(nn.BatchNorm1d(3)));
        Tensor[] all = [.. model.parameters(), .. model.buffers()];
        Assert.That(all, Has.Length.EqualTo(12 + 5));
        model.Dispose();
        Assert.That(all.Select(tensor => tensor.IsInvalid), Has.All.True);
    }

    [Test]
    public void A_scope_does_not_take_a_new_module_away()
    {
        nn.Module<Tensor, Tensor> layer;
        using (NewDisposeScope()) layer = nn.Sequential(nn.Conv1d(1, 1, 1), nn.BatchNorm1d(1), nn.PReLU(1));
        Assert.That(layer.call(ones(1, 1, 2)).shape, Is.EqualTo(new[] { 1, 1, 2 }));
        layer.Dispose();
    }

    [Test]
    public void Hooks_that_only_watch_run_around_the_call()
    {
        using var layer = nn.Bilinear(1, 1, 1);
        var seen = new List<string>();
        layer.register_forward_pre_hook((nn.Module module) => seen.Add("before " + module.GetName()));
        var after = layer.register_forward_hook((nn.Module module) => seen.Add("after " + module.GetName()));
        layer.call(ones(1, 1), ones(1, 1));
        after.remove();
        layer.call(ones(1, 1), ones(1, 1));
        Assert.That(seen, Is.EqualTo(new[] { "before Bilinear", "after Bilinear", "before Bilinear" }));
        Assert.That(() => nn.ReLU().register_buffer("x", ones(1)), Throws.InvalidOperationException.With.Message.Contains("'x'"));
    }

    private sealed class Sum(params nn.Module[] modules) : Sequential<Tensor, Tensor, Tensor>(modules)
    {
        public override Tensor forward(Tensor input1, Tensor input2) => ((Linear)this[0]).call(input1) + ((Linear)this[1]).call(input2);
    }
}
