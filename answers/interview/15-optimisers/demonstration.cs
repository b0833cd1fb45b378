// Seen here: two learning rates that a scheduler lowers, momentum that a restart keeps or loses, and two optimisers that scale each weight's step.
using TorchSharp;
using TorchSharp.Modules;
using static HitSongs.Demonstrations.Demonstration;
using static TorchSharp.torch;

var (ca, cb) = (tensor(Input<double[]>("ca")), tensor(Input<double[]>("cb")));
var untouched = nn.Parameter(tensor(Input<double[]>("a")));
optim.SGD([untouched], Input<double>("rate of a")).step(); // no backward pass, no gradient, no change
Observe("after step without backward", untouched);
var (a, b, rates) = Train(pause: -1, keepState: false);
var resumed = Train(Input<int>("pause"), keepState: true).A;
var restarted = Train(Input<int>("pause"), keepState: false).A;
Observe("a", a);
Observe("b", b);
Observe("rates of a", rates.Select(rate => rate[0]));
Observe("rates of b", rates.Select(rate => rate[1]));
Observe("a resumed", resumed);
Observe("a restarted", restarted);
Console.WriteLine($"a {Shown(a)}\nresumed with the optimiser's state {Shown(resumed)}\nwithout it {Shown(restarted)}");
Observe("rmsprop", TwoSteps(x => optim.RMSProp([x], Input<double>("rms rate"))));
Observe("adamw", TwoSteps(x => optim.AdamW([x], Input<double>("adam rate"), weight_decay: 0.01)));

// Each group has its own rate, and the scheduler lowers both. After a pause another optimiser goes on.
(Tensor A, Tensor B, List<double[]> Rates) Train(int pause, bool keepState)
{
    var (x, y) = (nn.Parameter(tensor(Input<double[]>("a"))), nn.Parameter(tensor(Input<double[]>("b"))));
    var (first, lowered) = (Sgd(x, y), new List<double[]>());
    var (current, scheduler) = (first, optim.lr_scheduler.StepLR(first, Input<int>("period"), Input<double>("gamma")));
    for (var epoch = 0; epoch < Input<int>("epochs"); epoch++)
    {
        if (epoch == pause) current = Sgd(x, y);
        if (epoch == pause && keepState) current.load_state_dict(first.state_dict());
        lowered.Add([.. first.ParamGroups.Select(group => group.LearningRate)]);
        foreach (var (group, rate) in current.ParamGroups.Zip(lowered[^1])) group.LearningRate = rate;
        Step(current, Loss(x, ca) + Loss(y, cb));
        scheduler.step();
    }

    return (x, y, lowered);
}

SGD.ParamGroup Group(Parameter x, string rate) => new([x], Input<double>(rate), Input<double>("momentum"));
SGD Sgd(Parameter x, Parameter y) => optim.SGD([Group(x, "rate of a"), Group(y, "rate of b")], 0.1);
static Tensor Loss(Tensor x, Tensor curvature) => 0.5 * (curvature * x * x).sum();
static string Shown(Tensor of) => string.Join("  ", of.detach().data<double>().ToArray().Select(value => $"{value:0.00000}"));
static void Step(optim.Optimizer optimiser, Tensor loss)
{
    optimiser.zero_grad();
    loss.backward();
    optimiser.step();
}
Tensor TwoSteps(Func<Parameter, optim.Optimizer> create)
{
    var x = nn.Parameter(tensor(Input<double[]>("a")));
    var optimiser = create(x);
    for (var step = 0; step < 2; step++) Step(optimiser, Loss(x, ca));
    return x;
}
