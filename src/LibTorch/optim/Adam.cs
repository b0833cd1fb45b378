namespace TorchSharp.Modules;

public sealed partial class Adam
{
    private partial void Change(Parameter parameter, torch.Tensor gradient, in Numbers o, State state) =>
        Step(parameter, Direction(parameter, gradient, o.weight_decay, o.maximize), o.lr, o.beta1, o.beta2, o.eps, o.amsgrad, OperatorsOnly,
            ++state.step, state.exp_avg, state.exp_avg_sq, ref state.max_exp_avg_sq);

    /// <summary>The step that Adam and AdamW share, in PyTorch's order of operations, so that the numbers are PyTorch's.</summary>
    internal static void Step(
        torch.Tensor parameter, torch.Tensor gradient, double rate, double beta1, double beta2, double eps, bool amsgrad, bool operatorsOnly,
        long step, torch.Tensor mean, torch.Tensor meanSquare, ref torch.Tensor? largest)
    {
        var size = rate / (1 - Math.Pow(beta1, step));
        var scale = Math.Sqrt(1 - Math.Pow(beta2, step));
        if (!amsgrad && !operatorsOnly && Loops.Fit(parameter, gradient, mean, meanSquare))
        {
            Loops.Adam(parameter, gradient, mean, meanSquare,
                new((float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2), (float)scale, (float)eps, (float)-size));
            return;
        }
        Average(gradient, mean, beta1, meanSquare, beta2);
        var square = meanSquare;
        if (amsgrad)
        {
            var before = largest;
            square = largest = (before is null ? meanSquare.clone() : before.maximum(meanSquare)).DetachFromDisposeScope();
            before?.Dispose();
        }
        parameter.addcdiv_(mean, square.sqrt().div_(scale).add_(eps), -size);
    }
}
