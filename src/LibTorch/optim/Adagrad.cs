namespace TorchSharp.Modules;

public sealed partial class Adagrad
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var slope = Direction(parameter, gradient, o.weight_decay);
        var rate = o.lr / (1 + (state.step++ * o.lr_decay));
        if (!OperatorsOnly && Loops.Fit(parameter, slope, state.sum))
        {
            Loops.Scaled(parameter, slope, state.sum, 1, 1, (float)o.eps, (float)-rate);
            return;
        }
        state.sum.addcmul_(slope, slope, 1);
        parameter.addcdiv_(slope, state.sum.sqrt().add_(o.eps), -rate);
    }
}
