namespace TorchSharp.Modules;

/// <summary>The step that Adam and AdamW share, in PyTorch's order of operations, so that the numbers are PyTorch's.</summary>
internal sealed class AdamMoments : IDisposable
{
    /// <summary>Whether the operators are used even where the loop would do: for tests that compare the two.</summary>
    internal bool OperatorsOnly { get; set; }

    public long Steps { get; private set; }

    /// <summary>The running mean of the gradient.</summary>
    public torch.Tensor? Mean { get; private set; }

    /// <summary>The running mean of the gradient's square.</summary>
    public torch.Tensor? MeanSquare { get; private set; }

    public torch.Tensor? LargestMeanSquare { get; private set; }

    public void Step(torch.Tensor parameter, torch.Tensor gradient, double rate, double beta1, double beta2, double eps, bool amsgrad)
    {
        Mean ??= torch.zeros_like(parameter).DetachFromDisposeScope();
        MeanSquare ??= torch.zeros_like(parameter).DetachFromDisposeScope();
        Steps++;
        var size = rate / (1 - Math.Pow(beta1, Steps));
        var scale = Math.Sqrt(1 - Math.Pow(beta2, Steps));

        if (!amsgrad && !OperatorsOnly && AdamLoop.Fits(parameter, gradient, Mean, MeanSquare))
        {
            AdamLoop.Run(parameter, gradient, Mean, MeanSquare, new((float)beta1, (float)(1 - beta1), (float)beta2, (float)(1 - beta2), (float)scale, (float)eps, (float)-size));
            return;
        }

        Mean.mul_(beta1).add_(gradient, 1 - beta1);
        MeanSquare.mul_(beta2).addcmul_(gradient, gradient, 1 - beta2);
        var square = MeanSquare;
        if (amsgrad)
        {
            var largest = LargestMeanSquare is null ? MeanSquare.clone() : LargestMeanSquare.maximum(MeanSquare);
            LargestMeanSquare?.Dispose();
            square = LargestMeanSquare = largest.DetachFromDisposeScope();
        }
        using var divisor = square.sqrt();
        divisor.div_(scale).add_(eps);
        parameter.addcdiv_(Mean, divisor, -size);
    }

    public void Dispose()
    {
        Mean?.Dispose();
        MeanSquare?.Dispose();
        LargestMeanSquare?.Dispose();
    }
}
