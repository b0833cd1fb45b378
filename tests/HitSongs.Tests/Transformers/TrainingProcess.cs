using System.Globalization;
using System.Text.Json.Nodes;
using HitSongs.Transformers;
using static TorchSharp.torch;

namespace HitSongs.Tests.Transformers;

/// <summary>
/// The test assembly as a process of its own: it trains <see cref="TrainerTests"/>' model in a folder up to a step, or into the writing
/// of that step's checkpoint, says "here" and waits to be killed.
/// </summary>
internal static class TrainingProcess
{
    public static TrainingArguments ArgumentsFor(string folder) =>
        TrainerTests.ArgumentsFor(folder) with
        {
            save_strategy = IntervalStrategy.steps,
            save_steps = 5,
            warmup_steps = 3,
        };

    private static void Main(string[] args)
    {
        var (folder, moment, step) = (args[0], args[1], int.Parse(args[2], CultureInfo.InvariantCulture));
        set_num_threads(1);
        TrainerTests.NewTrainer(ArgumentsFor(folder), moment == "step" ? new WaitAfterStep(step) : new WaitWhileSaving(step)).train();
    }

    private static void SayAndWait()
    {
        Console.Out.WriteLine("here");
        Console.Out.Flush();
        Console.In.ReadToEnd();
    }

    private sealed class WaitAfterStep(int step) : TrainerCallback
    {
        public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control)
        {
            if (state.global_step == step) SayAndWait();
        }
    }

    // What a callback remembers is written last: its weights and optimizer lie there by then, in a checkpoint that is not whole.
    private sealed class WaitWhileSaving(int step) : TrainerCallback
    {
        private int reached;

        public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control) => reached = state.global_step;

        public override JsonNode? state() => reached == step ? JsonValue.Create(new Memory()) : null;

        private sealed class Memory
        {
            public int Number
            {
                get
                {
                    SayAndWait();
                    return 0;
                }
            }
        }
    }
}
