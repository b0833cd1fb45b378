// Seen here: only the Parameter is listed, trained and saved; the buffer is saved; the plain tensor gets a gradient that nobody uses.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

using var x = tensor(Input<double[]>("x"));
using var model = new Scaling(Input<double[]>("gain"), Input<double[]>("mean"), Input<double[]>("shift"));
var (parameters, state) = (model.named_parameters().Select(entry => entry.name), model.state_dict().Keys);
Observe("parameters", string.Join(',', parameters.Order(StringComparer.Ordinal)));
Observe("state", string.Join(',', state.Order(StringComparer.Ordinal)));
Observe("new parameter requires grad", nn.Parameter(tensor(Input<double[]>("x"))).requires_grad);
Observe("new tensor requires grad", tensor(Input<double[]>("x")).requires_grad);

using var optimiser = optim.SGD(model.parameters(), Input<double>("rate"));
for (var step = 0; step < Input<int>("steps"); step++)
{
    model.zero_grad();
    model.forward(x).square().sum().backward();
    optimiser.step();
    if (step == 0) Observe("gradient of shift", model.Shift.grad);
}

Observe("gain", model.Gain);
Observe("mean", model.Mean);
Observe("shift", model.Shift);
Console.WriteLine($"parameters: {string.Join(", ", parameters)}; state: {string.Join(", ", state)}");
Console.WriteLine($"gain is now {model.Gain.detach().ToString(TensorStringStyle.Julia)}");
Console.WriteLine($"shift still is {model.Shift.detach().ToString(TensorStringStyle.Julia)}");

// What is saved is what is registered.
using var copy = new Scaling(Input<double[]>("gain"), Input<double[]>("mean"), Input<double[]>("shift"));
copy.load_state_dict(model.state_dict());
Observe("gain of a copy", copy.Gain);
Observe("shift of a copy", copy.Shift);

internal sealed class Scaling : nn.Module<Tensor, Tensor>
{
    private readonly Parameter gain;
    private readonly Tensor mean; // a field that is a plain tensor becomes a buffer
    private readonly Tensor[] hidden; // registration does not look into arrays

    public Scaling(double[] gain, double[] mean, double[] shift)
        : base(nameof(Scaling))
    {
        this.gain = nn.Parameter(tensor(gain));
        this.mean = tensor(mean);
        hidden = [tensor(shift, requires_grad: true)];
        RegisterComponents();
    }

    public Tensor Gain => gain;

    public Tensor Mean => mean;

    public Tensor Shift => hidden[0];

    public override Tensor forward(Tensor input) => (gain * (input - mean)) + hidden[0];
}
