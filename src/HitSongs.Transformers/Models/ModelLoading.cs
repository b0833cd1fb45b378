using HitSongs.Transformers.Pretrained;
using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Models;

/// <summary>Makes models from folders: which weight goes where, and what is told about those that fit nowhere.</summary>
internal static class ModelLoading
{
    // A new head may be this much larger than the file; what is larger still is no model anyone saved.
    private const long Allowance = 1 << 26;
    private const int LargestGrowth = 4;

    public static TModel Load<TModel, TConfig>(string folder, TConfig config, bool allowMismatches, Func<TConfig, TModel> make)
        where TModel : PreTrainedModel
        where TConfig : PretrainedConfig
    {
        if (!Directory.Exists(folder))
            throw new InvalidInputException(folder, null, "there is no such folder", "Name a folder that save_pretrained wrote, or download the model into it");
        using var weights = Checkpoint.Open(folder);
        RefuseImpossible(folder, config, weights);
        var model = make(config);
        try
        {
            model.loading_report = Fill(model, weights, folder, allowMismatches);
        }
        catch
        {
            model.Dispose();
            throw;
        }
        foreach (var warning in model.loading_report.Warnings()) logging.writer.WriteLine(warning);
        model.eval();
        return model;
    }

    // Before memory is taken for it: sizes in config.json that the weights beside it cannot have.
    private static void RefuseImpossible(string folder, PretrainedConfig config, WeightSource weights)
    {
        var stored = weights.Names.Aggregate((Int128)0, (sum, name) => sum + weights.Shape(name).Aggregate((Int128)1, (product, size) => product * size));
        var needed = config.Elements() + ((Int128)config.num_labels * 1024);
        if (needed <= (stored * LargestGrowth) + Allowance) return;
        throw new InvalidInputException(
            Path.Combine(folder, ConfigFile.Name),
            null,
            $"a model of these sizes has {needed} weights, the folder has {stored}",
            "Correct the sizes, or put the weights that belong to them beside it"
        );
    }

    private static LoadingReport Fill(PreTrainedModel model, WeightSource weights, string folder, bool allowMismatches)
    {
        var own = model.state_dict();
        var (unexpected, mismatched) = (new List<string>(), new List<MismatchedKey>());
        var missing = own.Keys.ToHashSet(StringComparer.Ordinal);
        var names = new CheckpointNames(model, weights.Names);
        foreach (var key in weights.Names.Order(StringComparer.Ordinal))
        {
            if (names.Here(key) is not { } name || !own.TryGetValue(name, out var target))
            {
                if (!model.IsComputed(names.Plain(key))) unexpected.Add(key);
                continue;
            }
            var shape = weights.Shape(key);
            if (!shape.SequenceEqual(target.shape)) mismatched.Add(new MismatchedKey(name, shape, target.shape));
            else if (missing.Contains(name)) Read(weights, key, target);
            missing.Remove(name);
        }
        if (mismatched.Count > 0 && !allowMismatches)
        {
            throw new InvalidInputException(
                folder,
                null,
                $"weights do not have the shapes of {model.GetName()}: {mismatched[0]}{(mismatched.Count > 1 ? $", and {mismatched.Count - 1} more" : "")}",
                $"Correct {ConfigFile.Name}, or pass ignore_mismatched_sizes to begin with new ones"
            );
        }
        var fresh = mismatched.Select(entry => entry.key).Concat(missing).ToHashSet(StringComparer.Ordinal);
        if (fresh.Count > 0) model.Draw(fresh.Contains);
        return new LoadingReport(PretrainedModels.Shown(folder), model.GetName(), [.. missing.Order(StringComparer.Ordinal)], unexpected, mismatched);
    }

    private static void Read(WeightSource weights, string key, Tensor target)
    {
        using var unrecorded = no_grad();
        weights.Read(key, target);
    }
}
