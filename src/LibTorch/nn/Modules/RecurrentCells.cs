namespace TorchSharp.Modules;

/// <summary>One step of a recurrent layer.</summary>
public abstract class RecurrentCell<TState, TResult> : Module<Tensor, TState, TResult>
{
    private readonly long hiddenSize;

    private protected RecurrentCell(string name, int gates, long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(name)
    {
        this.hiddenSize = hiddenSize;
        NewParameter(nameof(weight_ih), dtype, device, gates * hiddenSize, inputSize);
        NewParameter(nameof(weight_hh), dtype, device, gates * hiddenSize, hiddenSize);
        if (bias) NewParameter(nameof(bias_ih), dtype, device, gates * hiddenSize);
        if (bias) NewParameter(nameof(bias_hh), dtype, device, gates * hiddenSize);
        var bound = 1 / Math.Sqrt(hiddenSize);
        foreach (var (_, parameter) in parametersByName) init.uniform_(parameter, -bound, bound);
    }

    public Parameter weight_ih { get => OwnParameter(nameof(weight_ih))!; set => Replace(nameof(weight_ih), value); }
    public Parameter weight_hh { get => OwnParameter(nameof(weight_hh))!; set => Replace(nameof(weight_hh), value); }
    public Parameter? bias_ih { get => OwnParameter(nameof(bias_ih)); set => Replace(nameof(bias_ih), value); }
    public Parameter? bias_hh { get => OwnParameter(nameof(bias_hh)); set => Replace(nameof(bias_hh), value); }

    /// <summary>The states after one step of [(N,) features]; null begins as zeros.</summary>
    private protected Tensor[] Step(Operator op, Tensor input, params Tensor?[] states)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() is not (1 or 2)) throw new ArgumentException($"{GetName()} needs 1 or 2 dimensions, the input has {input.dim()}", nameof(input));
        using var scope = NewDisposeScope();
        var one = input.dim() == 1;
        var batch = one ? input.unsqueeze(0) : input;
        var begin = states.Select(state => state is null ? zeros([batch.size(0), hiddenSize], input.dtype, input.device)
            : one ? state.unsqueeze(0) : state).ToArray();
        Tensor[] end;
        if (begin.Length == 1) end = [op.Call(batch, begin[0], weight_ih, weight_hh, bias_ih, bias_hh)];
        else end = op.CallTwo(batch, begin, weight_ih, weight_hh, bias_ih, bias_hh) is var (hidden, cell) ? [hidden, cell] : [];
        return Array.ConvertAll(end, state => (one ? state.squeeze(0) : state).MoveToOuterDisposeScope());
    }
}
