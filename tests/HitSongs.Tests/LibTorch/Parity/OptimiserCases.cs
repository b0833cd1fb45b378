using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch.Parity;

/// <summary>Fifty steps of each optimiser on a small network: the loss before each step, and the parameters at the end.</summary>
internal static class OptimiserCases
{
    public static IReadOnlyDictionary<string, ParityCase> All { get; } = new Dictionary<string, ParityCase>
    {
        ["SGD"] = Steps(m => optim.SGD(m.parameters(), 0.1)),
        ["SGD with momentum"] = Steps(m => optim.SGD(m.parameters(), 0.05, 0.9)),
        ["SGD with Nesterov momentum"] = Steps(m => optim.SGD(m.parameters(), 0.05, 0.9, nesterov: true)),
        ["SGD with dampening and decay"] = Steps(m => optim.SGD(m.parameters(), 0.05, 0.8, 0.1, 0.01)),
        ["SGD upwards"] = Steps(m => optim.SGD(m.parameters(), 0.001, maximize: true)),
        ["Adam"] = Steps(m => optim.Adam(m.parameters(), 0.01)),
        ["Adam with decay"] = Steps(m => optim.Adam(m.parameters(), 0.01, 0.8, 0.99, 1e-6, 0.1)),
        ["Adam with amsgrad"] = Steps(m => optim.Adam(m.parameters(), 0.02, amsgrad: true)),
        ["Adam upwards"] = Steps(m => optim.Adam(m.parameters(), 0.001, maximize: true)),
        ["AdamW"] = Steps(m => optim.AdamW(m.parameters(), 0.01, weight_decay: 0.1)),
        ["AdamW with amsgrad"] = Steps(m => optim.AdamW(m.parameters(), 0.02, weight_decay: 0.01, amsgrad: true)),
        ["RMSProp"] = Steps(m => optim.RMSProp(m.parameters(), 0.01)),
        ["RMSProp with momentum"] = Steps(m => optim.RMSProp(m.parameters(), 0.005, 0.9, momentum: 0.5, weight_decay: 0.01)),
        ["RMSProp centered"] = Steps(m => optim.RMSProp(m.parameters(), 0.005, centered: true)),
        ["Adagrad"] = Steps(m => optim.Adagrad(m.parameters(), 0.1)),
        ["Adagrad with decay"] = Steps(m => optim.Adagrad(m.parameters(), 0.1, 0.01, 0.02, 0.1)),
        ["Adadelta"] = Steps(m => optim.Adadelta(m.parameters(), 1.0)),
        ["Adadelta with decay"] = Steps(m => optim.Adadelta(m.parameters(), 0.5, 0.8, 1e-5, 0.01)),
        ["Adamax"] = Steps(m => optim.Adamax(m.parameters(), 0.02, weight_decay: 0.01)),
        ["NAdam"] = Steps(m => optim.NAdam(m.parameters(), 0.02, weight_decay: 0.01)),
        ["RAdam"] = Steps(m => optim.RAdam(m.parameters(), 0.02, weight_decay: 0.01)),
        ["ASGD"] = Steps(m => optim.ASGD(m.parameters(), 0.05, weight_decay: 0.01)),
        ["ASGD averaging"] = Steps(m => optim.ASGD(m.parameters(), 0.05, t0: 10)),
        ["Rprop"] = Steps(m => optim.Rprop(m.parameters(), 0.01)),
        ["LBFGS"] = Steps(m => optim.LBFGS(m.parameters(), 0.02, 3)),
        ["two groups"] = Steps(m => optim.SGD([new SGD.ParamGroup(((Linear)m[0]).parameters(), 0.01), new SGD.ParamGroup(((Linear)m[2]).parameters(), 0.1, 0.9)], 0.1)),
    };

    private static ParityCase Steps(Func<Sequential, optim.Optimizer> make) => () =>
    {
        manual_seed(0);
        var model = nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1));
        var (x, y) = (randn(16, 4), randn(16, 1));
        using var optimiser = make(model);
        Tensor Closure()
        {
            optimiser.zero_grad();
            var loss = nn.functional.mse_loss(model.call(x), y);
            loss.backward();
            return loss;
        }

        var losses = Enumerable.Range(0, 50).Select(_ => optimiser.step(Closure)!.detach()).ToArray();
        return [("losses", stack(losses)), .. model.named_parameters().Select(entry => (entry.name, (Tensor)entry.parameter))];
    };
}
