using System.Globalization;
using System.Text.Json;
using HitSongs.Transformers.Weights;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Training;

/// <summary>
/// checkpoint-N: weights, the optimizer, random numbers and how far the training was, enough to go on as if it had never stopped. It is
/// written under another name and renamed when it is complete, so that one that is there is whole.
/// </summary>
internal static class CheckpointFolder
{
    private const string Prefix = "checkpoint-";
    private const string StateFile = "trainer_state.json";
    private const string OptimizerFile = "optimizer.pt";
    private const string RandomFile = "rng_state.pth";

    public static string PathOf(string output, int step) => Path.Combine(output, Prefix + step.ToString(CultureInfo.InvariantCulture));

    public static void Save(string output, PreTrainedModel model, Optimizers optimizers, TrainerState state)
    {
        var whole = PathOf(output, state.global_step);
        var unfinished = Path.Combine(output, $"unfinished-{Prefix}{state.global_step}");
        if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(unfinished);
        model.save_pretrained(unfinished);
        optimizers.Save(Path.Combine(unfinished, OptimizerFile));
        using (var random = get_rng_state()) save(random, Path.Combine(unfinished, RandomFile));
        WholeFile.Write(Path.Combine(unfinished, StateFile), JsonSerializer.Serialize(state, TrainerState.Json));
        if (Directory.Exists(whole)) Directory.Delete(whole, recursive: true);
        Directory.Move(unfinished, whole);
    }

    /// <summary>Puts everything back as it was when the checkpoint was written.</summary>
    /// <exception cref="InvalidInputException">The folder is no checkpoint, or one of another model.</exception>
    public static TrainerState Load(string folder, PreTrainedModel model, Optimizers optimizers)
    {
        if (!IsWhole(folder))
            throw new InvalidInputException(folder, null, $"this is no checkpoint: it has no {StateFile}", "Name a folder checkpoint-N of an earlier training");
        LoadWeights(folder, model);
        try
        {
            var state = JsonSerializer.Deserialize<TrainerState>(File.ReadAllText(Path.Combine(folder, StateFile)), TrainerState.Json)!;
            optimizers.Load(Path.Combine(folder, OptimizerFile));
            using var random = load(Path.Combine(folder, RandomFile));
            set_rng_state(random);
            return state;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidDataException or FileNotFoundException)
        {
            throw new InvalidInputException(folder, null, $"the checkpoint cannot be read: {wrong.Message.TrimEnd('.')}", "Go on from an earlier one", wrong);
        }
    }

    public static void LoadWeights(string folder, PreTrainedModel model)
    {
        using var scope = NewDisposeScope();
        var path = Path.Combine(folder, Checkpoint.Safetensors);
        try
        {
            model.load_state_dict(SafetensorsFile.ReadAll(path));
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            throw new InvalidInputException(
                path,
                null,
                $"the weights are of another model: {wrong.Message.TrimEnd('.')}",
                "Go on with the model that the checkpoint is of",
                wrong
            );
        }
    }

    /// <summary>The checkpoints in a folder that are complete, oldest first.</summary>
    public static IReadOnlyList<(int step, string folder)> All(string output) =>
        !Directory.Exists(output)
            ? []
            :
            [
                .. Directory
                    .GetDirectories(output, Prefix + "*")
                    .Where(IsWhole)
                    .Select(folder =>
                        (
                            step: int.TryParse(Path.GetFileName(folder)[Prefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
                                ? step
                                : -1,
                            folder
                        )
                    )
                    .Where(entry => entry.step >= 0)
                    .OrderBy(entry => entry.step),
            ];

    /// <summary>Deletes the oldest checkpoints beyond a number, but not the best and the last.</summary>
    public static void Limit(string output, int? count, string? best)
    {
        if (count is not { } most) return;
        var all = All(output);
        // The last one is what a training that is cut short goes on from.
        var removable = all.SkipLast(1).Where(entry => best is null || Path.GetFileName(entry.folder) != Path.GetFileName(best)).ToArray();
        foreach (var (_, folder) in removable.Take(all.Count - most)) Directory.Delete(folder, recursive: true);
    }

    private static bool IsWhole(string folder) => File.Exists(Path.Combine(folder, StateFile));
}
