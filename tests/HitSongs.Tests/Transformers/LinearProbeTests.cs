using HitSongs.Transformers;
using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

public sealed class LinearProbeTests
{
    [Test]
    public void It_learns_what_a_line_parts_and_takes_examples_in_their_order_when_told_so()
    {
        var folder = Directory.CreateTempSubdirectory("probe-").FullName;
        var examples = Enumerable
            .Range(0, 40)
            .Select(i => new Dictionary<string, object> { ["features"] = new[] { (i % 2) - 0.5f, i / 40f }, ["labels"] = i % 2 })
            .ToList();
        byte[][] Train()
        {
            manual_seed(4);
            using var probe = new LinearProbe(features: 2, num_labels: 2);
            var arguments = new TrainingArguments(folder)
            {
                num_train_epochs = 20,
                learning_rate = 0.1,
                save_strategy = IntervalStrategy.no,
                train_sampling_strategy = SamplingStrategy.sequential,
                seed = Random.Shared.Next(),
            };
            var trainer = new Trainer(probe, arguments, examples, data_collator: new DefaultDataCollator());
            trainer.train();
            Assert.That(
                trainer.predict(examples).predictions.argmax(-1).data<long>().ToArray(),
                Is.EqualTo(examples.Select(example => (long)(int)example["labels"]))
            );
            return [probe.linear.weight!.bytes.ToArray(), probe.linear.bias!.bytes.ToArray()];
        }
        set_num_threads(1);
        var (first, second) = (Train(), Train());
        Assert.That(second, Is.EqualTo(first), "the seed of the order does not matter");
        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public void Without_features_it_says_so()
    {
        using var probe = new LinearProbe(features: 2, num_labels: 2);
        Assert.That(() => probe.call(new Dictionary<string, Tensor>()), Throws.ArgumentException.With.Message.Contains("features"));
    }
}
