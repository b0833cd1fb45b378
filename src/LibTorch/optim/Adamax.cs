namespace TorchSharp.Modules;

public sealed partial class Adamax
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var slope = Direction(parameter, gradient, o.weight_decay);
        state.step++;
        state.exp_avg.mul_(o.beta1).add_(slope, 1 - o.beta1);
        state.exp_inf.copy_(state.exp_inf.mul_(o.beta2).maximum(slope.abs().add_(o.eps)));
        parameter.addcdiv_(state.exp_avg, state.exp_inf, -o.lr / (1 - Math.Pow(o.beta1, state.step)));
    }
}
