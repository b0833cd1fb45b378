using static TorchSharp.torch;
using static TorchSharp.torch.nn;

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
        var begin = states.Select(state => state is null ? zeros([batch.size(0), hiddenSize], input.dtype, input.device) : one ? state.unsqueeze(0) : state).ToArray();
        Tensor[] end;
        if (begin.Length == 1) end = [op.Call(batch, begin[0], weight_ih, weight_hh, bias_ih, bias_hh)];
        else end = op.CallTwo(batch, begin, weight_ih, weight_hh, bias_ih, bias_hh) is var (hidden, cell) ? [hidden, cell] : [];
        return Array.ConvertAll(end, state => (one ? state.squeeze(0) : state).MoveToOuterDisposeScope());
    }
}

/// <summary>h ← tanh(W x + b + V h + c), or with max(0, ·).</summary>
public sealed class RNNCell : RecurrentCell<Tensor?, Tensor>
{
    private readonly Operator op;

    internal RNNCell(long inputSize, long hiddenSize, NonLinearities nonLinearity, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(RNNCell), 1, inputSize, hiddenSize, bias, device, dtype) => op = new Operator(nonLinearity == NonLinearities.ReLU ? "rnn_relu_cell" : "rnn_tanh_cell");

    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
    public override Tensor forward(Tensor input, Tensor? h0 = null) => Step(op, input, h0)[0];
}

/// <summary>One step of gated recurrent units.</summary>
public sealed class GRUCell : RecurrentCell<Tensor?, Tensor>
{
    private static readonly Operator op = new("gru_cell");

    internal GRUCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(GRUCell), 3, inputSize, hiddenSize, bias, device, dtype) { }

    public new Tensor call(Tensor input, Tensor? h0 = null) => base.call(input, h0);
    public override Tensor forward(Tensor input, Tensor? h0 = null) => Step(op, input, h0)[0];
}

/// <summary>One step of long short-term memory.</summary>
public sealed class LSTMCell : RecurrentCell<(Tensor, Tensor)?, (Tensor, Tensor)>
{
    private static readonly Operator op = new("lstm_cell");

    internal LSTMCell(long inputSize, long hiddenSize, bool bias, Device? device, ScalarType? dtype)
        : base(nameof(LSTMCell), 4, inputSize, hiddenSize, bias, device, dtype) { }

    public new (Tensor, Tensor) call(Tensor input, (Tensor, Tensor)? h0_c0 = null) => base.call(input, h0_c0);
    public override (Tensor, Tensor) forward(Tensor input, (Tensor, Tensor)? h0_c0) => Step(op, input, h0_c0?.Item1, h0_c0?.Item2) is [var state, var cell] ? (state, cell) : default;
}
