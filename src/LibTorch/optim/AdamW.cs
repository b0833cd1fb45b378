namespace TorchSharp.Modules;

public sealed partial class AdamW
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        if (o.weight_decay != 0) parameter.mul_(1 - (o.lr * o.weight_decay));
        Adam.Step(parameter, o.maximize ? gradient.neg() : gradient, o.lr, o.beta1, o.beta2, o.eps, o.amsgrad, OperatorsOnly,
            ++state.step, state.exp_avg, state.exp_avg_sq, ref state.max_exp_avg_sq);
    }
}
