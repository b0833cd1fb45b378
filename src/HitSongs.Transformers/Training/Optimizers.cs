using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Training;

/// <summary>
/// An optimizer for each parameter. One for all of them holds what it computes for every weight until its step ends, and the C library of
/// Debian 12 cannot use such holes in memory again: training MiniLM took 52 MB more with every step.
/// </summary>
internal sealed class Optimizers : IDisposable
{
    private readonly OptimizerHelper[] each;

    /// <summary>Optimizers for the parameters that are trained. Matrices are pulled to 0 by weight_decay; offsets and normalizations, which are vectors,
    /// are not.</summary>
    public Optimizers(PreTrainedModel model, TrainingArguments args) =>
        each = [.. model.parameters().Where(parameter => parameter.requires_grad).Select(parameter => For(parameter, args))];

    public void ZeroGradients()
    {
        foreach (var optimizer in each) optimizer.zero_grad();
    }

    public void Step(double learningRate)
    {
        foreach (var optimizer in each)
        {
            foreach (var group in optimizer.ParamGroups) group.LearningRate = learningRate;
            optimizer.step();
        }
    }

    /// <summary>Writes what they remember of earlier steps.</summary>
    public void Save(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        foreach (var optimizer in each) optimizer.save_state_dict(writer);
    }

    /// <exception cref="InvalidDataException">The file is of other parameters, or cut.</exception>
    public void Load(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path));
        try
        {
            foreach (var optimizer in each) optimizer.load_state_dict(reader);
        }
        catch (Exception wrong) when (wrong is ArgumentException or EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException($"{Path.GetFileName(path)} does not fit the model's parameters: {wrong.Message}", wrong);
        }
    }

    public void Dispose()
    {
        foreach (var optimizer in each) optimizer.Dispose();
    }

    private static OptimizerHelper For(Parameter parameter, TrainingArguments args)
    {
        var decay = parameter.dim() > 1 ? args.weight_decay : 0;
        return args.optim == OptimizerNames.sgd
            ? optim.SGD([parameter], args.learning_rate, weight_decay: decay)
            : optim.AdamW([parameter], args.learning_rate, args.adam_beta1, args.adam_beta2, args.adam_epsilon, decay);
    }
}
