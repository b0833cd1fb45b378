using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Slurm;

/// <summary>Slurm's limits for one submission: its cgroups keep those of the whole task, the sandbox those of each program in it.</summary>
/// <param name="MemoryMiB">Of the harness and the program that it runs.</param>
/// <param name="Minutes">Wall-clock time.</param>
internal sealed record SlurmLimits(int MemoryMiB, int Minutes)
{
    /// <summary>Of the harness itself, with the compiler, the songs and the model of language that it has loaded.</summary>
    private const int HarnessMiB = 2048;

    /// <summary>For compiling, and for a node that is slower than the evaluator's own machine.</summary>
    private const double Slowness = 2;

    private const int StartMinutes = 10;

    /// <param name="timeout">Seconds for each program instead of the rubric's; null to keep those.</param>
    public static SlurmLimits Of(Rubric rubric, double? timeout)
    {
        var demonstrations = rubric.Questions.Select(question => question.Demonstration).OfType<DemonstrationSettings>().ToList();
        var models = rubric.Questions.Select(question => question.Model).OfType<ModelSettings>().ToList();

        // A model is trained once for each fold, and once more on shuffled labels.
        var seconds = demonstrations.Sum(one => timeout ?? one.TimeoutSeconds) + models.Sum(one => (one.Folds + 1) * (timeout ?? one.TimeoutSeconds));
        var program = demonstrations.Select(one => one.MemoryMiB).Concat(models.Select(one => one.MemoryMiB)).DefaultIfEmpty().Max();
        return new SlurmLimits(HarnessMiB + program, StartMinutes + (int)Math.Ceiling(seconds * Slowness / 60));
    }
}
