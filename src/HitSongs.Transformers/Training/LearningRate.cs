namespace HitSongs.Transformers.Training;

/// <summary>The share of the learning rate that holds at a step: a function of the step alone, so that it needs no memory.</summary>
internal static class LearningRate
{
    /// <param name="step">The steps made before, from 0 on.</param>
    public static double At(int step, int total, TrainingArguments arguments)
    {
        if (arguments.lr_scheduler_type == SchedulerType.constant) return arguments.learning_rate;
        var warmup = arguments.warmup_steps > 0 ? arguments.warmup_steps : (int)Math.Ceiling(total * arguments.warmup_ratio);
        if (step < warmup) return arguments.learning_rate * step / Math.Max(1, warmup);
        var done = (double)(step - warmup) / Math.Max(1, total - warmup);
        return arguments.learning_rate * arguments.lr_scheduler_type switch
        {
            SchedulerType.linear => Math.Max(0, 1 - done),
            SchedulerType.cosine => Math.Max(0, 0.5 * (1 + Math.Cos(Math.PI * done))),
            _ => 1,
        };
    }
}
