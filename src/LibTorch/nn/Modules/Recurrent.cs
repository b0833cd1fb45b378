using static TorchSharp.torch.nn.utils.rnn;

namespace TorchSharp.Modules;

/// <summary>Layers that go through a sequence step by step and keep a state.</summary>
/// <typeparam name="TState">The state of all layers: one tensor, or two.</typeparam>
/// <typeparam name="TResult">The output of each step and the last state.</typeparam>
public abstract class RecurrentModule<TState, TResult> : Module<Tensor, TState, TResult>
{
    private readonly Operator inputOp, packedOp;
    private readonly long hiddenSize, numLayers;
    private readonly bool hasBias, batchFirst, bidirectional;
    private readonly double dropout;

    private protected RecurrentModule(
        string name, string op, int gates, long inputSize, long hiddenSize, long numLayers, bool bias, bool batchFirst,
        double dropout, bool bidirectional, Device? device, ScalarType? dtype)
        : base(name)
    {
        if (dropout is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(
            nameof(dropout), $"a dropout probability lies between 0 and 1, {dropout} does not");
        if (numLayers < 1 || hiddenSize < 1) throw new ArgumentException(
            $"{name} needs a layer and a hidden feature at least, not {numLayers} and {hiddenSize}");
        (inputOp, packedOp, hasBias) = (new Operator(op, "input"), new Operator(op, "data"), bias);
        (this.hiddenSize, this.numLayers, this.batchFirst, this.dropout, this.bidirectional) = (hiddenSize, numLayers, batchFirst, dropout, bidirectional);
        for (var layer = 0; layer < numLayers; layer++)
        {
            foreach (var direction in bidirectional ? new[] { "", "_reverse" } : [""])
            {
                NewParameter($"weight_ih_l{layer}{direction}", dtype, device, gates * hiddenSize, layer == 0 ? inputSize : hiddenSize * Directions);
                NewParameter($"weight_hh_l{layer}{direction}", dtype, device, gates * hiddenSize, hiddenSize);
                if (!bias) continue;
                NewParameter($"bias_ih_l{layer}{direction}", dtype, device, gates * hiddenSize);
                NewParameter($"bias_hh_l{layer}{direction}", dtype, device, gates * hiddenSize);
            }
        }
        var bound = 1 / Math.Sqrt(hiddenSize);
        foreach (var (_, parameter) in parametersByName) init.uniform_(parameter, -bound, bound);
    }

    /// <summary>Nothing to do: only cuDNN wants parameters in one piece of memory.</summary>
    public void flatten_parameters() { }

    private protected int Directions => bidirectional ? 2 : 1;

    /// <summary>The output of each step, then the last states. States that are null begin as zeros.</summary>
    private protected Tensor[] Run(Tensor input, params Tensor?[] states)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() is not (2 or 3)) throw new ArgumentException($"{GetName()} needs 2 or 3 dimensions, the input has {input.dim()}", nameof(input));
        using var scope = NewDisposeScope();
        var one = input.dim() == 2;
        var (sequenceFirst, first) = (one ? input.unsqueeze(1) : input, batchFirst && !one);
        var begin = states.Select(state => state is null ? Zeros(input, sequenceFirst.size(first ? 0 : 1)) : one ? state.unsqueeze(1) : state).ToArray();
        var results = Call(inputOp, begin, sequenceFirst, Hidden(begin), Weights(), hasBias, numLayers, dropout, training, bidirectional, first);
        return Array.ConvertAll(results, result => (one ? result.squeeze(1) : result).MoveToOuterDisposeScope());
    }

    /// <inheritdoc cref="Run(Tensor, Tensor[])"/>
    private protected (PackedSequence output, Tensor[] states) Run(PackedSequence input, params Tensor?[] states)
    {
        ArgumentNullException.ThrowIfNull(input);
        using var scope = NewDisposeScope();
        var batch = input.batch_sizes[0].item<long>();
        var begin = states.Select(state => state is null ? Zeros(input.data, batch) : InOrder(state, input.sorted_indices)).ToArray();
        var results = Call(packedOp, begin, input.data, input.batch_sizes, Hidden(begin), Weights(), hasBias, numLayers, dropout, training, bidirectional);
        var ends = results[1..].Select(state => InOrder(state, input.unsorted_indices).MoveToOuterDisposeScope()).ToArray();
        return (new PackedSequence(results[0], input.batch_sizes.alias(), input.sorted_indices?.alias(),
            input.unsorted_indices?.alias()).MoveToOuterDisposeScope(), ends);
    }

    private protected Parameter At(string kind, long idx)
    {
        var (layer, direction) = (idx / Directions, idx % Directions == 1 ? "_reverse" : "");
        return OwnParameter($"{kind}_l{layer}{direction}") ?? throw new ArgumentOutOfRangeException(nameof(idx), $"there is no {kind} of number {idx}");
    }

    private static Tensor InOrder(Tensor state, Tensor? order) => order is null ? state : state.index_select(1, order);
    private static Argument Hidden(Tensor[] states) => states.Length == 1 ? states[0] : states;

    private static Tensor[] Call(Operator op, Tensor[] states, params ReadOnlySpan<Argument> arguments)
    {
        if (states.Length == 1)
        {
            var (steps, end) = op.CallTwo(arguments);
            return [steps, end];
        }
        var (output, hidden, cell) = op.CallThree(arguments);
        return [output, hidden, cell];
    }

    private Tensor[] Weights() => [.. parametersByName.Select(entry => entry.parameter)];
    private Tensor Zeros(Tensor input, long batch) => zeros([numLayers * Directions, batch, hiddenSize], input.dtype, input.device);
}
