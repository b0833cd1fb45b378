namespace TorchSharp.Modules;

public sealed partial class NAdam
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state)
    {
        var slope = Direction(parameter, gradient, o.weight_decay);
        state.step++;
        var mu = Momentum(state.step, o);
        var next = Momentum(state.step + 1, o);
        // PyTorch keeps the product in a float, which shows in single precision; in double it would only lose digits.
        state.mu_product = parameter.dtype == torch.ScalarType.Float32 ? (float)(state.mu_product * (float)mu) : state.mu_product * mu;
        Average(slope, state.exp_avg, o.beta1, state.exp_avg_sq, o.beta2);
        var divisor = state.exp_avg_sq.div(1 - Math.Pow(o.beta2, state.step)).sqrt_().add_(o.eps);
        parameter.addcdiv_(slope, divisor, -o.lr * (1 - mu) / (1 - state.mu_product));
        // As in PyTorch 2 and the paper; PyTorch 1.13 has mu twice in the product.
        parameter.addcdiv_(state.exp_avg, divisor, -o.lr * next / (1 - (state.mu_product * next)));
    }

    private static double Momentum(long step, in Numbers o) => o.beta1 * (1 - (0.5 * Math.Pow(0.96, step * o.momentum_decay)));
}
