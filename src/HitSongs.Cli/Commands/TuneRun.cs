using HitSongs.Cli.Commands.Tuning;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Tuning;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Tuning;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Cli.Commands;

/// <summary>Runs what thresholds are judged by, tells what follows, and writes what is asked for.</summary>
internal static class TuneRun
{
    public static void Run(TuneOptions options, CancellationToken cancel)
    {
        var rubric = RubricFolder.Read(options.Rubric);
        var questions = Chosen(rubric, options.Ids);
        var metrics = questions.Where(question => question.Criteria.OfType<MetricCriterion>().Any()).ToList();
        if (metrics.Count > 0)
        {
            TuneMetrics(options, rubric, metrics, cancel);
        }

        using var display = new WorkDisplay("reading marked answers", questions.Count);
        var cuts = ProseTuning.CutsOf(options.Rubric, questions, display.Done, cancel);
        display.Dispose();
        ProseCutTable.Write(cuts, Console.Out);
    }

    // Those that share another one's criteria have no numbers of their own.
    private static List<Question> Chosen(Rubric rubric, IReadOnlyList<string> ids)
    {
        var questions = rubric.Questions.Where(question => question.SameAs is null).ToList();
        var chosen = QuestionSelection.Of(ids, [.. questions.Select(question => question.Id)]);
        return ids.Count == 0 ? questions : questions.FindAll(question => chosen.Contains(question.Id));
    }

    private static void TuneMetrics(TuneOptions options, Rubric rubric, List<Question> questions, CancellationToken cancel)
    {
        var data = SongFiles.Read(options.Data, mapping: options.Mapping, today: Workplace.Today);
        Console.Out.WriteLine(
            $"{data.Card.Name}: {data.Songs.Count:N0} songs; {options.Repeats} evaluations of each model");
        var tuned = questions.SelectMany(question => Tuned(options, data, question, cancel)).ToList();
        foreach (var metric in tuned)
        {
            MetricTable.Write(metric, Console.Out);
            ThresholdCharts.Write(metric, data.Card.Synthetic, options.Out, Console.Out);
        }

        var moving = tuned.Where(metric => metric.Thresholds.Moves).ToList();
        var proposed = moving.Aggregate(rubric, (changed, metric) => changed.With(metric.Question.Id, metric.Thresholds.Proposed));
        GradeMoves.Write(options.Evidence, rubric, proposed, Console.Out);
        if (options.Write)
        {
            ThresholdFile.Write(options.Rubric, moving, Console.Out);
        }
    }

    private static IEnumerable<TunedMetric> Tuned(TuneOptions options, SongData data, Question question, CancellationToken cancel)
    {
        var runs = new KnownModelRuns(options.Cache, data, question.Model!.Folds);
        using var display = new WorkDisplay("evaluating known models", runs.Models.Count * options.Repeats);
        try
        {
            return [.. TunedMetric.All(question, runs.Models, runs.Run(options.Repeats, display.Done, cancel))];
        }
        catch (AggregateException several) when (several.InnerExceptions[0] is ArgumentException few)
        {
            throw new UsageException($"{few.Message.Split(" (Parameter", 2)[0].TrimEnd('.')}: name more songs with --data FILE…");
        }
    }
}
