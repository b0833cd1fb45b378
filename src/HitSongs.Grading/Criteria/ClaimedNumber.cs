using HitSongs.Grading.Claims;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;
using HitSongs.Studies;

namespace HitSongs.Grading.Criteria;

/// <summary>A number that the harness computed and prose can claim.</summary>
internal abstract record ClaimedNumber(string Name)
{
    /// <summary>Parts an author may correct where it differs.</summary>
    public abstract string Remedy { get; }

    /// <exception cref="InvalidInputException">Nothing computes what is named, or not exactly one number is.</exception>
    public static ClaimedNumber Read(YamlMap map)
    {
        if (!map.Has("figure"))
        {
            return new ClaimedMetric(MetricCriterion.ReadName(map));
        }

        if (map.Has("metric"))
        {
            throw map.Fault("figure", "the claim has both `metric` and `figure`", "Keep one");
        }

        return ClaimedFigure.Read(map, "figure");
    }

    public abstract ComputedNumber Find(GradingContext context);
}

/// <summary>A metric of the submission's model.</summary>
internal sealed record ClaimedMetric(string Name) : ClaimedNumber(Name)
{
    public override string Remedy => "the sentence, or the model";

    public override ComputedNumber Find(GradingContext context) => context.Model switch
    {
        null => ComputedNumber.Missing($"No model was run, so there is no {Name} to compare with."),
        { Program.Outcome: not RunOutcome.Completed } model =>
            ComputedNumber.Missing($"{ProgramFeedback.Describe(model.Program, "The model")}, so there is no {Name} to compare with. Mend that first."),
        var model when model.Metrics.TryGetValue(Name, out var metric) && MetricText.IsUndefinedOnSongs(metric) =>
            ComputedNumber.Missing(MetricText.UndefinedOnSongs(Name)),
        var model when model.Metrics.TryGetValue(Name, out var metric) => new ComputedNumber(metric.Value, MetricText.Of(metric), false),
        _ => ComputedNumber.OwnFault(Name),
    };
}

/// <summary>A figure of the songs that were graded with, of <see cref="StudyFigures"/>.</summary>
internal sealed record ClaimedFigure(string Name) : ClaimedNumber(Name)
{
    public override string Remedy => "the sentence";

    /// <exception cref="InvalidInputException">Nothing computes what the key names.</exception>
    public static ClaimedFigure Read(YamlMap map, string key)
    {
        var name = map.Text(key);
        return StudyFigures.IsName(name)
            ? new ClaimedFigure(name)
            : throw map.Fault(
                key,
                $"nothing computes the figure `{name}`",
                Nearest.Suggestion(name.Split('@')[0], [.. name.Contains('@') ? StudyFigures.NamesByGenre : StudyFigures.Names])
            );
    }

    public override ComputedNumber Find(GradingContext context)
    {
        if (context.Submission.Songs is not { } songs)
        {
            return ComputedNumber.Missing($"No songs were read, so there is no {Name} to compare with.");
        }

        if (songs.Study is not { } study)
        {
            return ComputedNumber.OwnFault(Name);
        }

        return study.TryGetValue(Name, out var figure) && !double.IsNaN(figure.Value)
            ? new ComputedNumber(figure.Value, MetricText.Of(figure), false)
            : ComputedNumber.Missing($"The songs of \"{songs.Card.Name}\" do not tell {Name}, so there is nothing to compare with.");
    }
}

/// <param name="Value">Null where there is none.</param>
/// <param name="Text">The number in words, or why there is none.</param>
internal sealed record ComputedNumber(double? Value, string Text, bool IsOwnFault)
{
    public static ComputedNumber Missing(string why) => new(null, why, false);

    public static ComputedNumber OwnFault(string name) => new(null, $"The harness computed no {name}. This is not the author's fault.", true);
}
