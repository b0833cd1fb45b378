namespace TorchSharp.Modules;

public sealed partial class RAdam
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var slope = Direction(parameter, gradient, o.weight_decay);
        var step = ++state.step;
        Average(slope, state.exp_avg, o.beta1, state.exp_avg_sq, o.beta2);
        var change = state.exp_avg.div(1 - Math.Pow(o.beta1, step)).mul_(o.lr);
        // How many gradients the mean square stands for; below five its variance is unknown.
        var most = (2 / (1 - o.beta2)) - 1;
        var power = Math.Pow(o.beta2, step);
        var length = most - (2 * step * power / (1 - power));
        if (length > 5)
        {
            var certainty = Math.Sqrt((length - 4) * (length - 2) * most / ((most - 4) * (most - 2) * length));
            change.mul_(state.exp_avg_sq.sqrt().add_(o.eps).reciprocal_().mul_(Math.Sqrt(1 - power))).mul_(certainty);
        }
        parameter.sub_(change);
    }
}
