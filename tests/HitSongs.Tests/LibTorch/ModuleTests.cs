using NUnit.Framework;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class ModuleTests
{
    [Test]
    public void Fields_become_components_with_their_names()
    {
        using var net = new Net();
        Assert.Multiple(() =>
        {
            Assert.That(net.named_parameters().Select(p => p.name), Is.EqualTo(new[] { "scale", "first.weight", "first.bias", "rest.0.weight", "rest.2.weight", "rest.2.bias" }).AsCollection);
            Assert.That(net.named_buffers().Select(b => b.name), Is.EqualTo(new[] { "offset" }));
            Assert.That(net.state_dict().Keys, Is.EquivalentTo(new[] { "scale", "offset", "first.weight", "first.bias", "rest.0.weight", "rest.2.weight", "rest.2.bias" }));
            Assert.That(net.named_modules().Select(m => m.name), Is.EqualTo(new[] { "first", "rest", "rest.0", "rest.1", "rest.2" }));
            Assert.That(net.parameters().Select(p => p.requires_grad), Has.All.True);
            Assert.That(net.get_parameter("first.bias")!.shape, Is.EqualTo(new[] { 3 }));
            Assert.That(net.has_buffer("nothing"), Is.False);
        });
    }

    [Test]
    public void A_linear_layer_begins_within_its_bounds_and_computes_its_formula()
    {
        using var layer = nn.Linear(100, 20);
        using var x = randn(5, 100);
        Assert.Multiple(() =>
        {
            Assert.That(layer.weight.shape, Is.EqualTo(new[] { 20, 100 }));
            Assert.That(layer.weight.data<float>().ToArray(), Has.All.InRange(-0.1f, 0.1f));
            Assert.That(layer.weight.abs().max().item<float>(), Is.GreaterThan(0.09f), "2,000 draws reach near the bound");
            Assert.That(layer.bias!.data<float>().ToArray(), Has.All.InRange(-0.1f, 0.1f));
            Assert.That(layer.call(x).allclose(x.matmul(layer.weight.t()) + layer.bias!, rtol: 1e-4, atol: 1e-5), Is.True, "float32 sums of 100 in another order");
        });
        layer.bias = null;
        Assert.That(layer.named_parameters().Select(p => p.name), Is.EqualTo(new[] { "weight" }));
    }

    [Test]
    public void Dropout_drops_only_while_training()
    {
        using var model = nn.Sequential(nn.Dropout(0.5));
        using var x = ones(10_000);
        // The share of 10,000 draws has a deviation of 0.005: ten of them.
        Assert.That(model.call(x).eq(0).sum().item<long>(), Is.EqualTo(5_000).Within(500));
        Assert.That(model.call(x).max().item<float>(), Is.EqualTo(2));
        model.eval();
        Assert.That(model.training, Is.False);
        Assert.That(model.call(x).Equals(x), Is.True);
        Assert.That(() => nn.Dropout(1.5), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void A_state_moves_from_one_module_to_another()
    {
        using var source = new Net();
        using var target = new Net();
        using var x = randn(4, 2);
        target.load_state_dict(source.state_dict());
        Assert.That(target.call(x).Equals(source.call(x)), Is.True);
    }

    [Test]
    public void A_state_that_does_not_fit_says_where()
    {
        using var net = new Net();
        var state = net.state_dict();
        state.Remove("scale");
        state["stranger"] = ones(1);
        Assert.That(() => net.load_state_dict(state), Throws.InvalidOperationException.With.Message.Contains("missing [scale], not known here [stranger]"));
        var (missing, unexpected) = net.load_state_dict(state, strict: false);
        Assert.That((missing, unexpected), Is.EqualTo((new[] { "scale" }, new[] { "stranger" })));
        state["first.weight"] = ones(9, 9);
        Assert.That(() => net.load_state_dict(state, strict: false), Throws.ArgumentException.With.Message.Contains("'first.weight' has shape [9, 9]"));
    }

    [Test]
    public void Zero_grad_clears_every_gradient()
    {
        using var net = new Net();
        net.call(ones(1, 2)).sum().backward();
        Assert.That(net.parameters().Select(p => p.grad), Has.None.Null);
        net.zero_grad(set_to_none: false);
        Assert.That(net.parameters().Select(p => p.grad!.abs().sum().item<float>()), Has.All.Zero);
        net.zero_grad();
        Assert.That(net.parameters().Select(p => p.grad), Has.All.Null);
    }

    [Test]
    public void Hooks_see_and_change_what_passes()
    {
        using var layer = nn.ReLU();
        var seen = 0;
        var before = layer.register_forward_pre_hook((_, input) => input - 1);
        var after = layer.register_forward_hook((_, _, output) =>
        {
            seen++;
            return output * 10;
        });
        Assert.That(layer.call(tensor(3f)).item<float>(), Is.EqualTo(20));
        before.remove();
        after.remove();
        Assert.That(layer.call(tensor(3f)).item<float>(), Is.EqualTo(3));
        Assert.That(seen, Is.EqualTo(1));
    }

    [Test]
    public void Losses_reduce_and_weigh_as_asked()
    {
        using var scores = tensor(new float[,] { { 2, 0 }, { 0, 1 } });
        using var classes = tensor(new long[] { 0, 0 });
        var each = new[] { Math.Log(1 + Math.Exp(-2)), Math.Log(1 + Math.Exp(1)) };
        Assert.Multiple(() =>
        {
            // float32
            Assert.That(nn.CrossEntropyLoss().call(scores, classes).item<float>(), Is.EqualTo(each.Average()).Within(1e-6));
            Assert.That(nn.CrossEntropyLoss(reduction: nn.Reduction.Sum).call(scores, classes).item<float>(), Is.EqualTo(each.Sum()).Within(1e-6));
            Assert.That(nn.CrossEntropyLoss(reduction: nn.Reduction.None).call(scores, classes).shape, Is.EqualTo(new[] { 2 }));
            Assert.That(nn.CrossEntropyLoss(weight: tensor(new[] { 3f, 1f })).call(scores, classes).item<float>(), Is.EqualTo(each.Average()).Within(1e-6), "one class: weights cancel");
            Assert.That(nn.CrossEntropyLoss(ignore_index: 1).call(scores, tensor(new long[] { 0, 1 })).item<float>(), Is.EqualTo(each[0]).Within(1e-6));
            Assert.That(nn.MSELoss().call(scores, zeros(2, 2)).item<float>(), Is.EqualTo(1.25));
            Assert.That(nn.BCEWithLogitsLoss().call(tensor(0f), tensor(1f)).item<float>(), Is.EqualTo(Math.Log(2)).Within(1e-6));
            Assert.That(nn.BCEWithLogitsLoss(pos_weights: tensor(3f)).call(tensor(0f), tensor(1f)).item<float>(), Is.EqualTo(3 * Math.Log(2)).Within(1e-6));
        });
    }

    [Test]
    public void First_values_have_the_spread_of_their_scheme()
    {
        using var weight = nn.Parameter(empty(300, 200));
        // 60,000 draws: a deviation is known to about 0.3 %, 2 % is far beyond chance.
        Assert.Multiple(() =>
        {
            Assert.That(nn.init.xavier_uniform_(weight).std().item<float>(), Is.EqualTo(Math.Sqrt(2.0 / 500)).Within(2).Percent);
            Assert.That(nn.init.xavier_normal_(weight).std().item<float>(), Is.EqualTo(Math.Sqrt(2.0 / 500)).Within(2).Percent);
            Assert.That(nn.init.kaiming_uniform_(weight).std().item<float>(), Is.EqualTo(Math.Sqrt(2.0 / 200)).Within(2).Percent);
            Assert.That(nn.init.kaiming_normal_(weight, mode: nn.init.FanInOut.FanOut).std().item<float>(), Is.EqualTo(Math.Sqrt(2.0 / 300)).Within(2).Percent);
            Assert.That(nn.init.constant_(weight, 0.5).mean().item<float>(), Is.EqualTo(0.5f));
            Assert.That(nn.init.zeros_(weight).abs().sum().item<float>(), Is.Zero);
            Assert.That(weight.requires_grad && weight.is_leaf, Is.True);
            Assert.That(() => nn.init.xavier_uniform_(ones(3)), Throws.ArgumentException);
        });
    }

    [Test]
    public void A_component_twice_or_without_a_name_is_refused()
    {
        using var net = new Net();
        Assert.That(() => net.register_module("first", nn.ReLU()), Throws.InvalidOperationException.With.Message.Contains("'first'"));
        Assert.That(() => net.register_module("a.b", nn.ReLU()), Throws.ArgumentException);
    }

    private sealed class Net : nn.Module<Tensor, Tensor>
    {
        private readonly Parameter scale = nn.Parameter(ones(1));
        private readonly Tensor offset = zeros(1);
        private readonly Linear first = nn.Linear(2, 3);
        private readonly Sequential rest = nn.Sequential(nn.Linear(3, 4, hasBias: false), nn.Sigmoid(), nn.Linear(4, 1));

        public Net()
            : base("Net") => RegisterComponents();

        public override Tensor forward(Tensor input) => rest.call(nn.functional.relu(first.call(input))) * scale + offset;
    }
}
