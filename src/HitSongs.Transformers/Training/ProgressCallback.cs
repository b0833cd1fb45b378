using System.Diagnostics;

namespace HitSongs.Transformers;

/// <summary>One line that tells steps, loss, rate and the time left, written over and over.</summary>
public sealed class ProgressCallback(TextWriter writer) : TrainerCallback
{
    private static readonly TimeSpan pause = TimeSpan.FromMilliseconds(100);
    private readonly Stopwatch clock = new();
    private TimeSpan shown;
    private int first;
    private double? loss;
    private int width;

    public override void on_train_begin(TrainingArguments args, TrainerState state, TrainerControl control)
    {
        ArgumentNullException.ThrowIfNull(state);
        clock.Restart();
        (first, shown) = (state.global_step, TimeSpan.Zero);
    }

    public override void on_log(TrainingArguments args, TrainerState state, TrainerControl control, IReadOnlyDictionary<string, double> logs)
    {
        ArgumentNullException.ThrowIfNull(logs);
        if (logs.TryGetValue("loss", out var value)) loss = value;
    }

    public override void on_step_end(TrainingArguments args, TrainerState state, TrainerControl control)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (clock.Elapsed - shown < pause && state.global_step < state.max_steps) return;
        shown = clock.Elapsed;
        Show(state);
    }

    public override void on_train_end(TrainingArguments args, TrainerState state, TrainerControl control)
    {
        Show(state);
        writer.WriteLine();
    }

    private void Show(TrainerState state)
    {
        var rate = (state.global_step - first) / Math.Max(clock.Elapsed.TotalSeconds, 1e-3);
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Min((state.max_steps - state.global_step) / rate, 1e8)) : TimeSpan.Zero;
        var recent = loss ?? (state.running_steps > 0 ? state.running_loss / state.running_steps : double.NaN);
        var line =
            $"{state.global_step}/{state.max_steps} ({100.0 * state.global_step / Math.Max(1, state.max_steps):0} %)  epoch {state.epoch:0.00}  loss "
                + $"{recent:0.0000}  {rate:0.0} steps/s  {left:hh\\:mm\\:ss} left";
        writer.Write("\r" + line.PadRight(width));
        width = line.Length;
    }
}
