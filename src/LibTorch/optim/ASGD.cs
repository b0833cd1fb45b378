namespace TorchSharp.Modules;

public sealed partial class ASGD
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var slope = Direction(parameter, gradient, o.weight_decay, o.maximize);
        state.step++;
        parameter.mul_(1 - (o.lambd * state.eta)).add_(slope, -state.eta);
        if (state.mu == 1) state.ax.copy_(parameter);
        else state.ax.add_(parameter.sub(state.ax), state.mu);
        state.eta = o.lr / Math.Pow(1 + (o.lambd * o.lr * state.step), o.alpha);
        state.mu = 1 / Math.Max(1, state.step - o.t0);
    }
}
