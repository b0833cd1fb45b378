namespace TorchSharp.Modules;

public sealed partial class Adadelta
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        state.step++;
        var slope = Direction(parameter, gradient, o.weight_decay, o.maximize);
        state.square_avg.mul_(o.rho).addcmul_(slope, slope, 1 - o.rho);
        var change = state.acc_delta.add(o.eps).sqrt_().div_(state.square_avg.add(o.eps).sqrt_()).mul_(slope);
        state.acc_delta.mul_(o.rho).addcmul_(change, change, 1 - o.rho);
        parameter.add_(change, -o.lr);
    }
}
