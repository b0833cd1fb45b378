namespace TorchSharp.Modules;

public sealed partial class RMSProp
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        state.step++;
        var slope = Direction(parameter, gradient, o.weight_decay, o.maximize);
        if (!OperatorsOnly && !o.centered && o.momentum == 0 && Loops.Fit(parameter, slope, state.square_avg))
        {
            Loops.Scaled(parameter, slope, state.square_avg, (float)o.alpha, (float)(1 - o.alpha), (float)o.eps, (float)-o.lr);
            return;
        }
        state.square_avg.mul_(o.alpha).addcmul_(slope, slope, 1 - o.alpha);
        var square = state.square_avg;
        if (o.centered)
        {
            state.grad_avg ??= torch.zeros_like(parameter).DetachFromDisposeScope();
            state.grad_avg.mul_(o.alpha).add_(slope, 1 - o.alpha);
            square = square.addcmul(state.grad_avg, state.grad_avg, -1);
        }
        var divisor = square.sqrt().add_(o.eps);
        if (o.momentum == 0)
        {
            parameter.addcdiv_(slope, divisor, -o.lr);
            return;
        }
        state.momentum_buffer ??= torch.zeros_like(parameter).DetachFromDisposeScope();
        parameter.add_(state.momentum_buffer.mul_(o.momentum).addcdiv_(slope, divisor, 1), -o.lr);
    }
}
