namespace TorchSharp.Modules;

/// <summary>L-BFGS: steps from the last changes of parameters and gradient, for smooth losses of all the data at once.</summary>
/// <remarks>
/// lr is how much of a whole step is made; with a line search, its first guess. max_iter and max_eval are the most iterations and calls
/// of the closure in one step (a quarter more than iterations unless given). It ends where no gradient is larger than tolerange_grad, or
/// neither parameters nor loss change by more than tolerance_change; history_size changes are remembered.
/// </remarks>
public class LBFGS : torch.optim.Optimizer, torch.optim.ILearningRateController
{
    // Below this a change of the gradient says nothing about the curvature.
    private const double LeastCurvature = 1e-10;
    private readonly Parameter[] all;
    private readonly (long iterations, long evaluations, double gradient, double change, long history) limits;
    private readonly List<(torch.Tensor gradient, torch.Tensor step, double weight)> history = [];
    private torch.Tensor? direction, before;
    private double length;
    private double scale = 1;
    private long iterations;

    internal LBFGS(IEnumerable<Parameter> parameters, double lr, long max_iter, long max_eval, double tolerance_grad, double tolerance_change, long history_size)
    {
        all = [.. parameters];
        if (lr is not >= 0) throw new ArgumentException($"the learning rate must not be negative, it is {lr}");
        (LearningRate, InitialLearningRate, limits) = (lr, lr, (max_iter, max_eval, tolerance_grad, tolerance_change, history_size));
    }

    public double LearningRate { get; set; }
    public double InitialLearningRate { get; set; }

    /// <summary>Null for steps of a fixed length, or "strong_wolfe" to search each for its length. TorchSharp has only the first.</summary>
    public string? line_search_fn { get; set; }

    public override IEnumerable<torch.optim.ILearningRateController> ParamGroups => [this];
    public override IEnumerable<Parameter> parameters() => all;

    /// <exception cref="NotSupportedException">Always: all parameters are in one group.</exception>
    public override void add_param_group(ParamGroup param_group) => throw new NotSupportedException("LBFGS has one group of parameters");

    /// <param name="closure">Clears the gradients, computes the loss and calls backward; called many times.</param>
    /// <exception cref="ArgumentNullException">The closure is missing.</exception>
    public override torch.Tensor? step(Func<torch.Tensor>? closure = null)
    {
        ArgumentNullException.ThrowIfNull(closure);
        if (line_search_fn is not (null or "strong_wolfe")) throw new ArgumentException($"only 'strong_wolfe' is supported, not '{line_search_fn}'");
        using var unrecorded = torch.no_grad();
        var first = Evaluate(closure);
        using var scope = torch.NewDisposeScope();
        var (loss, gradient) = (first.item<double>(), Gradient());
        var (evaluations, round) = (1L, 0L);
        while (Largest(gradient) > limits.gradient && round < limits.iterations && evaluations < limits.evaluations)
        {
            round++;
            Turn(gradient);
            length = iterations == 1 ? FirstLength(gradient) : LearningRate;
            var slope = Dot(gradient, direction!);
            if (slope > -limits.change) break;
            var lossBefore = loss;
            if (line_search_fn is not null)
            {
                (loss, var found, length, var calls) = LineSearch.StrongWolfe(at => Probe(closure, at), length, loss, gradient, slope, direction!, limits.change);
                evaluations += calls;
                Move(length);
                gradient = found;
            }
            else
            {
                Move(length);
                // After the last iteration nobody asks for the loss.
                if (round == limits.iterations) break;
                (loss, gradient) = Measure(closure);
                evaluations++;
            }
            if (Largest(direction!) * Math.Abs(length) <= limits.change || Math.Abs(loss - lossBefore) < limits.change) break;
        }
        return first;
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        direction?.Dispose();
        before?.Dispose();
        foreach (var (gradient, step, _) in history)
        {
            gradient.Dispose();
            step.Dispose();
        }
        history.Clear();
    }

    /// <summary>A new direction from the gradient and what is remembered.</summary>
    private void Turn(torch.Tensor gradient)
    {
        iterations++;
        var turned = gradient.neg();
        if (iterations > 1)
        {
            Remember(gradient.sub(before!), direction!.mul(length));
            var parts = new double[history.Count];
            for (var i = history.Count - 1; i >= 0; i--)
            {
                parts[i] = Round(Dot(history[i].step, turned) * history[i].weight, turned);
                turned.add_(history[i].gradient, -parts[i]);
            }
            turned.mul_(scale);
            for (var i = 0; i < history.Count; i++)
            {
                turned.add_(history[i].step, Round(parts[i] - Round(Dot(history[i].gradient, turned) * history[i].weight, turned), turned));
            }
        }
        direction?.Dispose();
        before?.Dispose();
        (direction, before) = (turned.DetachFromDisposeScope(), gradient.clone().DetachFromDisposeScope());
    }

    private void Remember(torch.Tensor gradientChange, torch.Tensor step)
    {
        var curvature = Dot(gradientChange, step);
        if (curvature <= LeastCurvature) return;
        if (history.Count == limits.history)
        {
            history[0].gradient.Dispose();
            history[0].step.Dispose();
            history.RemoveAt(0);
        }
        history.Add((gradientChange.DetachFromDisposeScope(), step.DetachFromDisposeScope(), Round(1 / curvature, step)));
        scale = Round(curvature / Dot(gradientChange, gradientChange), step);
    }

    private (double loss, torch.Tensor gradient) Measure(Func<torch.Tensor> closure)
    {
        using var loss = Evaluate(closure);
        return (loss.item<double>(), Gradient());
    }

    /// <summary>Loss and gradient some way along the direction; the parameters end where they were.</summary>
    private (double loss, torch.Tensor gradient) Probe(Func<torch.Tensor> closure, double at)
    {
        var places = Array.ConvertAll(all, parameter => parameter.clone());
        Move(at);
        var measured = Measure(closure);
        foreach (var (parameter, place) in all.Zip(places)) parameter.copy_(place);
        return measured;
    }

    private void Move(double by)
    {
        var offset = 0L;
        foreach (var parameter in all)
        {
            parameter.add_(direction!.narrow(0, offset, parameter.numel()).view(parameter.shape), by);
            offset += parameter.numel();
        }
    }

    private torch.Tensor Gradient() => torch.cat(Array.ConvertAll(all, parameter =>
    {
        using var gradient = parameter.grad;
        return (gradient ?? torch.zeros_like(parameter)).reshape(-1).clone();
    }));

    private static torch.Tensor Evaluate(Func<torch.Tensor> closure)
    {
        using var recorded = torch.enable_grad();
        return closure();
    }

    private static double Dot(torch.Tensor a, torch.Tensor b) => LineSearch.Dot(a, b);
    private static double Largest(torch.Tensor tensor) => LineSearch.Largest(tensor);

    private double FirstLength(torch.Tensor gradient)
    {
        using var sum = gradient.abs().sum();
        var inverse = Round(1 / sum.item<double>(), gradient);
        return inverse < 1 ? Round(inverse * Round(LearningRate, gradient), gradient) : LearningRate;
    }

    // PyTorch keeps these numbers in tensors of the parameters' type, and so rounds each.
    private static double Round(double number, torch.Tensor like) => like.dtype == torch.ScalarType.Float32 ? (float)number : number;
}
