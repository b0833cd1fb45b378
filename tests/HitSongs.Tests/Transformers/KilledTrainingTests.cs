using System.Diagnostics;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Tests.Grading;
using HitSongs.Transformers.Training;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

public sealed class KilledTrainingTests
{
    // Checkpoints are written every five steps: killed between two of them, right after one, and in the middle of writing the third.
    [TestCase("step", 13, 10)]
    [TestCase("step", 6, 5)]
    [TestCase("saving", 15, 10)]
    public void A_training_whose_process_was_killed_goes_on_to_the_same_weights_as_one_that_was_not(string moment, int step, int checkpoint)
    {
        set_num_threads(1);
        using var killed = new TemporaryFolder();
        using var undisturbed = new TemporaryFolder();
        var whole = TrainerTests.NewTrainer(TrainingProcess.ArgumentsFor(undisturbed.Path));
        whole.train();

        TrainAndKill(killed.Path, moment, step);
        var left = CheckpointFolder.All(killed.Path)[^1].step;
        var unfinished = Directory.GetDirectories(killed.Path, "unfinished*").Length;
        var second = TrainerTests.NewTrainer(TrainingProcess.ArgumentsFor(killed.Path));
        second.train(resume_from_checkpoint: true);

        Assert.Multiple(() =>
        {
            Assert.That((left, unfinished), Is.EqualTo((checkpoint, moment == "saving" ? 1 : 0)), "what the killed process left");
            Assert.That(TrainerTests.Bytes(second.model), Is.EqualTo(TrainerTests.Bytes(whole.model)));
            Assert.That(TrainerTests.Losses(second), Is.EqualTo(TrainerTests.Losses(whole)));
        });
    }

    private static void TrainAndKill(string folder, string moment, int step)
    {
        var start = new ProcessStartInfo(DotnetInstallation.Host, ["exec", typeof(TrainingProcess).Assembly.Location, folder, moment, $"{step}"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadLine();
        process.Kill();
        process.WaitForExit();

        Assert.That(said, Is.EqualTo("here"));
    }
}
