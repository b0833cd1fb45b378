using HitSongs.Transformers;
using NUnit.Framework;

namespace HitSongs.Tests.Transformers;

/// <summary>Training takes no more memory with every step. The real model, because it has weights as large as those that used to leave holes.</summary>
[NonParallelizable]
public sealed class TrainerMemoryTests
{
    /// <summary>It was 52 MB a step. The rest of the process may move by some MB while it runs.</summary>
    private const double MostMegabytesPerStep = 10;

    [Test]
    [Platform("Linux")]
    public void Twelve_steps_of_MiniLM_take_no_more_memory_than_four()
    {
        using var model = AutoModelForSequenceClassification.from_pretrained("minilm");
        var tokenizer = AutoTokenizer.from_pretrained("minilm");
        var examples = Enumerable
            .Range(0, 64)
            .Select(i => new Dictionary<string, object> { ["input_ids"] = tokenizer.encode($"a song about {i}"), ["labels"] = i % 2 })
            .ToList();
        var folder = Directory.CreateTempSubdirectory("memory-").FullName;
        var memory = new ResidentMemory();
        new Trainer(
            model,
            new TrainingArguments(folder)
            {
                max_steps = 12,
                per_device_train_batch_size = 4,
                save_strategy = IntervalStrategy.no,
                disable_tqdm = true,
            },
            examples,
            callbacks: [memory]
        ).train();
        Directory.Delete(folder, recursive: true);
        Assert.That((memory.Megabytes[11] - memory.Megabytes[3]) / 8, Is.LessThan(MostMegabytesPerStep), string.Join(' ', memory.Megabytes));
    }

    private sealed class ResidentMemory : TrainerCallback
    {
        public List<double> Megabytes { get; } = [];

        public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control)
        {
            var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            Megabytes.Add(double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024);
        }
    }
}
