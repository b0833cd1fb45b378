using System.CommandLine;
using HitSongs.Cli.Options;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Models;
using HitSongs.Pipeline.Models.Calibrators;
using HitSongs.Pipeline.Models.Recipes;
using HitSongs.Pipeline.Reading;
using HitSongs.Pipeline.Splits;
using HitSongs.Songs;

namespace HitSongs.Cli.Commands;

/// <summary>Settings chosen for `hitsongs train`.</summary>
internal sealed record TrainChoice(
    IReadOnlyList<string> Data,
    SongMapping? Mapping,
    FeatureSet Features,
    string Name,
    ModelRecipe Recipe,
    ValidationPlan Plan,
    string? Out,
    bool Json,
    bool Leaks
);

/// <summary>The options of `hitsongs train`.</summary>
internal sealed class TrainOptions
{
    private const int MostFolds = 1000;

    private static readonly Dictionary<string, FeatureSet> Sets = new(StringComparer.Ordinal)
    {
        ["audio"] = FeatureSet.Audio,
        ["audio+genre"] = FeatureSet.AudioAndGenre,
        ["all"] = FeatureSet.All,
    };

    private static readonly Dictionary<string, SplitKind> Splits = Enum.GetValues<SplitKind>()
        .Where(kind => kind is not SplitKind.Random)
        .ToDictionary(kind => kind.ToString().ToLowerInvariant(), kind => kind, StringComparer.Ordinal);

    private static readonly Dictionary<string, CalibrationKind?> Calibrations = new(StringComparer.Ordinal)
    {
        ["none"] = null,
        ["platt"] = CalibrationKind.Platt,
        ["isotonic"] = CalibrationKind.Isotonic,
    };

    private readonly Option<string[]> data = new("--data")
    {
        Description = "Song files; several make one data set. Default: data/*.csv.",
        HelpName = "FILE",
        AllowMultipleArgumentsPerToken = true,
    };
    private readonly Option<string> features = Text("--features", "audio+genre", $"What the model is told: {Names(Sets.Keys)}.");
    private readonly Option<string> split = Text("--split", "artist", $"What test songs have not in common with training songs: {Names(Splits.Keys)}.");
    private readonly Option<string> model = Text(
        "--model",
        "average",
        $"The model: {string.Join("; ", ModelRecipes.All.Select(m => $"{m.Key} ({m.Value.Description})"))}."
    );
    private readonly Option<string> calibrate = Text("--calibrate", "none", $"How probabilities are corrected: {Names(Calibrations.Keys)}.");
    private readonly Option<int> folds = Number("--folds", 5, "Parts that the songs are divided into.");
    private readonly Option<int> repeats = Number("--repeats", 1, "Divisions, each with a seed of its own.");
    private readonly Option<int> seed = Number("--seed", 1, "What divisions, models and intervals are drawn from.");
    private readonly Option<int> threads = Number(
        "--threads",
        Math.Min(4, Environment.ProcessorCount),
        "Folds that are worked on at the same time; no result depends on it."
    );
    private readonly Option<string?> @out = new("--out") { Description = "Where the model goes. Default: it is not kept.", HelpName = "MODEL" };

    private readonly Option<bool> leaks = new("--leaks")
    {
        Description = "Also train on random, known-playlist and shuffled songs, and tell how much of the score is leakage.",
    };

    public void AddTo(Command command)
    {
        foreach (
            var option in new Option[]
            {
                data,
                SharedOptions.Mapping,
                features,
                split,
                model,
                calibrate,
                folds,
                repeats,
                seed,
                threads,
                @out,
                leaks,
                SharedOptions.Json,
            }
        )
            command.Options.Add(option);
    }

    public TrainChoice Read(ParseResult parsed)
    {
        var files = parsed.GetValue(data) is { Length: > 0 } named ? named : Workplace.Find().Data;
        if (files.Count == 0)
            throw new UsageException("there are no song files: name some with --data FILE…");
        var kind = Choose(parsed, split, Splits);
        if (kind is SplitKind.Time && parsed.GetValue(repeats) > 1)
            throw new UsageException("songs can be divided by time in one way only: leave --repeats out");
        var (name, recipe) = Recipe(parsed, kind);
        return new TrainChoice(
            [.. files],
            SharedOptions.MappingOf(parsed),
            Choose(parsed, features, Sets),
            name,
            recipe,
            new ValidationPlan(kind, InRange(parsed, folds, 2, MostFolds), InRange(parsed, repeats, 1, MostFolds), parsed.GetValue(seed))
            {
                Threads = InRange(parsed, threads, 1, 1024),
            },
            parsed.GetValue(@out),
            parsed.GetValue(SharedOptions.Json),
            parsed.GetValue(leaks));
    }

    private (string Name, ModelRecipe Recipe) Recipe(ParseResult parsed, SplitKind kind)
    {
        var name = parsed.GetValue(model)!;
        var recipe = Choose(parsed, model, ModelRecipes.All.ToDictionary(m => m.Key, m => m.Value.Recipe.For(kind), StringComparer.Ordinal));
        return (name, Choose(parsed, calibrate, Calibrations) is { } calibration ? new CalibratedRecipe(recipe, calibration) : recipe);
    }

    private static T Choose<T>(ParseResult parsed, Option<string> option, IReadOnlyDictionary<string, T> choices) =>
        parsed.GetValue(option) is { } name && choices.TryGetValue(name, out var choice)
            ? choice
            : throw new UsageException($"{option.Name} takes one of {Names(choices.Keys)}, not '{parsed.GetValue(option)}'");

    private static int InRange(ParseResult parsed, Option<int> option, int low, int high) =>
        parsed.GetValue(option) is var number && number >= low && number <= high
            ? number
            : throw new UsageException($"{option.Name} takes a whole number from {low} to {high}, not {number}");

    private static Option<string> Text(string name, string value, string description) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "NAME",
        };

    private static Option<int> Number(string name, int value, string description) =>
        new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            HelpName = "N",
        };

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
