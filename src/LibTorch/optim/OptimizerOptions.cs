namespace TorchSharp.Modules;

/// <summary>What a group of parameters is changed by; null is what the optimizer says.</summary>
public class OptimizerOptions
{
    public double? LearningRate { get; set; }
    public double InitialLearningRate { get; set; }

    /// <summary>Takes over every number of <paramref name="source"/>.</summary>
    public virtual void LoadStateDict(OptimizerOptions source)
    {
        (LearningRate, InitialLearningRate) = (source.LearningRate, source.InitialLearningRate);
        foreach (var field in Fields) field.SetValue(this, source.GetType().GetField(field.Name)?.GetValue(source));
    }

    /// <summary>Reads what <see cref="SaveStateDict"/> wrote.</summary>
    public virtual void LoadStateDict(BinaryReader reader)
    {
        InitialLearningRate = reader.ReadDouble();
        LearningRate = reader.ReadDouble();
        foreach (var field in Fields) field.SetValue(this, field.FieldType == typeof(bool?) ? reader.ReadBoolean() : reader.ReadDouble());
    }

    /// <summary>Writes every number, in the order in which they are declared.</summary>
    public virtual void SaveStateDict(BinaryWriter writer)
    {
        writer.Write(InitialLearningRate);
        writer.Write(LearningRate ?? InitialLearningRate);
        foreach (var field in Fields)
        {
            if (field.GetValue(this) is bool flag) writer.Write(flag);
            else writer.Write((double)(field.GetValue(this) ?? 0.0));
        }
    }

    /// <summary>The options of one kind of optimizer, in the order of its constructor.</summary>
    internal IEnumerable<FieldInfo> Fields => GetType().GetFields(BindingFlags.Public | BindingFlags.Instance);

    /// <summary>Fills what is left open.</summary>
    internal void Complete(OptimizerOptions defaults)
    {
        LearningRate ??= defaults.LearningRate;
        foreach (var field in Fields) if (field.GetValue(this) is null) field.SetValue(this, field.GetValue(defaults));
    }
}
