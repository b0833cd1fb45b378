using System.Numerics;
using HitSongs.Pipeline;
using HitSongs.Pipeline.Evaluation;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Kernel;
using HitSongs.Pipeline.Models.Trees;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class KernelModelTests
{
    /// <summary>Sums of some hundred products in single precision, in another order.</summary>
    private const double SinglePrecision = 1e-5;

    private static readonly IReadOnlyList<LabelledSong> Songs = [.. Sample.Songs.Songs.Where((_, i) => i % 10 == 0)];

    private static readonly Fold Fold = ArtistFolds.Make(Songs, 3, seed: 1)[0];

    private static readonly IReadOnlyList<Song> Asked = [.. Fold.Test.Select(song => song.Song)];

    [Test]
    public void Exchanged_audio_features_are_predicted_as_songs_that_have_them([Values] FeatureSet set)
    {
        using var model = (KernelModel)new KernelRecipe().Train(Fold.Training, set, seed: 1);
        var orders = Orders(count: 3);
        ColumnExchange[] exchanges = [.. Enum.GetValues<AudioFeature>().Select(feature => new ColumnExchange([(int)feature], orders)), new([1, 6, 12], orders)];

        var answers = Answers(model, exchanges);

        for (var i = 0; i < exchanges.Length; i++)
            AssertPredicted(model, answers[i], orders, (song, donor) => song with { Audio = [.. song.Audio.Select((value, column) => exchanges[i].Columns.Contains(column) ? donor.Audio[column] : value)] });
    }

    [Test]
    public void Exchanged_categories_are_predicted_as_songs_that_have_them([Values(FeatureSet.AudioAndGenre, FeatureSet.All)] FeatureSet set)
    {
        using var model = (KernelModel)new KernelRecipe().Train(Fold.Training, set, seed: 1);
        var columns = model.Encoder.Columns.Index().Where(column => column.Item.Group is FeatureGroup.Genre).Select(column => column.Index).ToList();
        var orders = Orders(count: 3);

        // Genre and subgenre tell of each other: songs can have all three columns of another's, or none.
        var answers = Answers(model, [new(columns, orders)])[0];

        AssertPredicted(model, answers, orders, (song, donor) => song with { Genre = donor.Genre, Subgenre = donor.Subgenre });
    }

    [Test]
    public void A_category_exchanged_by_itself_leaves_the_others_and_audio_as_they_are()
    {
        using var model = (KernelModel)new KernelRecipe().Train(Fold.Training, FeatureSet.AudioAndGenre, seed: 1);
        var rows = model.Encoder.Encode(Asked);
        int[][] own = [[.. Enumerable.Range(0, Asked.Count)]];
        ColumnExchange genre = new([model.Encoder.Columns.ToList().FindIndex(column => column.Feature == "genre")], Orders(count: 2)), none = new([0], own);

        var answers = Answers(model, [genre, none]);

        var plain = model.Predict(Asked).Select(prediction => prediction.HitProbability);
        Assert.That(answers[1][0], Is.EqualTo(plain).Within(SinglePrecision), "rows that keep their values are predicted as they are");
        for (var order = 0; order < genre.Orders.Count; order++)
        {
            var changed = genre.Apply(rows, rows, order);
            Assert.That(answers[0][order], Is.EqualTo(model.PredictHits(changed, changed, [none])[0][0]).Within(SinglePrecision));
        }
    }

    [Test]
    public void Columns_of_two_kinds_are_not_exchanged_together()
    {
        using var model = (KernelModel)new KernelRecipe().Train(Fold.Training, FeatureSet.All, seed: 1);
        var year = model.Encoder.Names.ToList().IndexOf("year");

        Assert.That(() => Answers(model, [new([0, year], Orders(1))]), Throws.ArgumentException.With.Message.Contain("danceability, year"));
    }

    [Test]
    public void A_training_song_adds_to_a_prediction_what_the_definition_of_likeness_says()
    {
        var recipe = new KernelRecipe();
        List<LabelledSong> songs = [MadeSongs.Labelled("a", 80), MadeSongs.Labelled("b", 20, genre: "rock", subgenre: "hard")];
        using var model = recipe.Train(songs, FeatureSet.AudioAndGenre, seed: 1);

        var said = model.Predict([songs[0].Song]).Single().Popularity;

        // The songs have the same audio, so that their likenesses are plain sums: a 2 × 2 system with solutions 30 / (own − other + noise) and its negative.
        var other = 1 + recipe.Audio;
        var own = other + recipe.Genre + recipe.Subgenre + recipe.Style + recipe.AudioInSubgenre;
        Assert.That(said, Is.EqualTo(50 + (30 * (own - other) / (own - other + recipe.Noise))).Within(1e-4));
    }

    [Test]
    public void The_exponential_is_right_to_single_precision()
    {
        for (var power = -86f; power <= 0; power += 0.0137f)
        {
            // A float's steps are 6e-8 of it; a power of 80 has been rounded before, by up to 80 times as much of the result.
            var tolerance = Math.Exp(power) * 3e-7;
            Assert.That(Closeness.ExpOfNegative(new Vector<float>(power))[0], Is.EqualTo(Math.Exp(power)).Within(tolerance), $"e^{power}");
        }

        Assert.That(Closeness.ExpOfNegative(new Vector<float>(float.NegativeInfinity))[0], Is.InRange(0, 1e-37));
        Assert.That(Closeness.ExpOfNegative(Vector<float>.Zero)[0], Is.EqualTo(1));
    }

    [Test]
    public void The_systems_solver_and_torchs_find_the_same()
    {
        var random = new SeededRandom(3);
        const int N = 40;
        var factor = Enumerable.Range(0, N * N).Select(_ => (float)random.Uniform() - 0.5f).ToArray();
        var matrix = new float[N * N];
        for (var i = 0; i < N * N; i++)
            matrix[i] = Enumerable.Range(0, N).Sum(k => factor[(i / N * N) + k] * factor[(i % N * N) + k]) + (i / N == i % N ? 1 : 0);
        var targets = Enumerable.Range(0, 2 * N).Select(_ => (float)random.Uniform()).ToArray();
        var (system, torch) = ((float[])targets.Clone(), (float[])targets.Clone());

        CholeskySolver.Solve((float[])matrix.Clone(), system, N);
        CholeskySolver.ByTorch((float[])matrix.Clone(), torch, N);

        // The matrix's smallest eigenvalue is above 1: rounding errors do not grow.
        Assert.That(system, Is.EqualTo(torch).Within(1e-5f));
        for (var row = 0; row < N; row++)
            Assert.That(Enumerable.Range(0, N).Sum(k => matrix[(row * N) + k] * (double)system[N + k]), Is.EqualTo(targets[N + row]).Within(1e-4));
        Assert.That(() => CholeskySolver.Solve([-1], [1], 1), Throws.ArgumentException);
    }

    private static double[][][] Answers(KernelModel model, IReadOnlyList<ColumnExchange> exchanges)
    {
        var rows = model.Encoder.Encode(Asked);
        return model.PredictHits(rows, rows, exchanges);
    }

    private static void AssertPredicted(KernelModel model, double[][] answers, int[][] orders, Func<Song, Song, Song> exchange)
    {
        for (var order = 0; order < orders.Length; order++)
        {
            var songs = Asked.Select((song, row) => exchange(song, Asked[orders[order][row]])).ToList();
            Assert.That(answers[order], Is.EqualTo(model.Predict(songs).Select(prediction => prediction.HitProbability)).Within(SinglePrecision));
        }
    }

    private static int[][] Orders(int count) => [.. Enumerable.Range(0, count).Select(seed =>
    {
        var order = Enumerable.Range(0, Asked.Count).ToArray();
        new SeededRandom(seed).Shuffle(order.AsSpan());
        return order;
    })];
}
