namespace TorchSharp.Modules;

/// <summary>What an optimizer remembers of one parameter between steps. Nothing is allocated before the first.</summary>
public abstract class OptimizerState : IDisposable
{
    private readonly Parameter parameter;
    protected OptimizerState(Parameter parameter) => this.parameter = parameter;

    /// <summary>Whether there is something to remember yet.</summary>
    internal bool IsInitialized { get; set; }

    /// <summary>The numbers and tensors of one kind of optimizer; a tensor may be null.</summary>
    internal IEnumerable<FieldInfo> Fields => GetType().GetFields(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>The shape that the tensors have.</summary>
    internal long[] Shape => parameter.shape;

    /// <summary>Begins anew.</summary>
    public virtual void Initialize(OptimizerOptions options)
    {
        Dispose();
        IsInitialized = true;
    }

    /// <summary>Takes over copies of what <paramref name="source"/> remembers.</summary>
    public virtual void LoadStateDict(OptimizerState source)
    {
        foreach (var field in Fields) Set(field, source.GetType().GetField(field.Name)?.GetValue(source));
        IsInitialized = source.IsInitialized;
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        IsInitialized = reader.ReadBoolean();
        if (!IsInitialized) return;
        foreach (var field in Fields)
        {
            if (field.FieldType == typeof(long)) field.SetValue(this, reader.ReadInt64());
            else if (field.FieldType == typeof(double)) field.SetValue(this, reader.ReadDouble());
            else
            {
                using var read = reader.ReadBoolean() ? TensorExtensionMethods.Load(reader) : null;
                Set(field, read);
            }
        }
    }

    /// <summary>Writes numbers and tensors in the order in which they are declared.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(IsInitialized);
        if (!IsInitialized) return;
        foreach (var field in Fields)
        {
            switch (field.GetValue(this))
            {
                case long number: writer.Write(number); break;
                case double number: writer.Write(number); break;
                case torch.Tensor tensor:
                    writer.Write(true);
                    tensor.Save(writer);
                    break;
                default: writer.Write(false); break;
            }
        }
    }

    /// <summary>Whether <paramref name="other"/> remembers the same but for rounding.</summary>
    public virtual bool ApproximatelyEquals(OptimizerState other) =>
        other.GetType() == GetType() && Fields.All(field => (field.GetValue(this), field.GetValue(other)) switch
        {
            (torch.Tensor own, torch.Tensor its) => allcloseOp.CallBool(own, its),
            (var own, var its) => Equals(own, its),
        });

    /// <summary>Moves the tensors.</summary>
    public virtual void to(torch.Device device)
    {
        foreach (var field in Fields) if (field.GetValue(this) is torch.Tensor tensor) Set(field, tensor.to(device));
    }

    public void Dispose()
    {
        foreach (var field in Fields) if (field.GetValue(this) is torch.Tensor) Set(field, null);
        IsInitialized = false;
        GC.SuppressFinalize(this);
    }

    /// <summary>Sets a number, or a tensor to a copy in the parameter's type and place.</summary>
    internal void Set(FieldInfo field, object? value)
    {
        var old = field.GetValue(this) as torch.Tensor;
        if (value is torch.Tensor tensor)
        {
            using var recorded = torch.no_grad();
            value = tensor.to(parameter.dtype, tensor.device, copy: true).DetachFromDisposeScope();
        }
        field.SetValue(this, value);
        old?.Dispose();
    }

    /// <summary>A tensor like the parameter, filled with one number.</summary>
    private protected torch.Tensor Full(double value) => torch.full_like(parameter, value).DetachFromDisposeScope();

    private static readonly Operator allcloseOp = new("allclose");
}
