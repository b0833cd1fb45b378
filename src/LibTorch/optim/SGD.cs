namespace TorchSharp.Modules;

public sealed partial class SGD
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var isFirst = state.momentum_buffer is null;
        if (!OperatorsOnly && (o.momentum == 0 || !isFirst) && Loops.Fit(parameter, gradient, state.momentum_buffer ?? gradient))
        {
            Loops.Sgd(parameter, gradient, state.momentum_buffer,
                new((float)-o.lr, (float)o.momentum, (float)(1 - o.dampening), (float)o.weight_decay, o.nesterov, o.maximize));
            return;
        }
        var direction = Direction(parameter, gradient, o.weight_decay, o.maximize);
        if (o.momentum != 0)
        {
            if (isFirst) state.momentum_buffer = direction.clone().DetachFromDisposeScope();
            else state.momentum_buffer!.mul_(o.momentum).add_(direction, 1 - o.dampening);
            direction = o.nesterov ? direction.add(state.momentum_buffer!, o.momentum) : state.momentum_buffer!;
        }
        parameter.add_(direction, -o.lr);
    }
}
