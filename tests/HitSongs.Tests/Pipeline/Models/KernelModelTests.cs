using HitSongs.Pipeline;
using HitSongs.Pipeline.Models.KernelRegression;
using HitSongs.Songs;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class KernelModelTests
{
    [Test]
    public void A_training_song_adds_to_a_prediction_what_the_definition_of_the_kernel_says()
    {
        var recipe = new KernelRecipe();
        List<LabelledSong> songs = [MadeSongs.Labelled("a", 80), MadeSongs.Labelled("b", 20, genre: "rock", subgenre: "hard")];
        var model = recipe.Train(songs, FeatureSet.AudioAndGenre, seed: 1);

        var said = model.Predict([songs[0].Song]).Single().Popularity;

        // The songs have the same audio, so that the kernel is a plain sum of weights: a 2 × 2 system with solutions 30 / (own − other + noise) and its
        // negative.
        var other = recipe.Categories.Everywhere + recipe.Audio.Everywhere;
        var own = other + recipe.Categories.InGenre + recipe.Categories.InSubgenre + recipe.Style + recipe.Audio.InSubgenre;
        Assert.That(said, Is.EqualTo(50 + (30 * (own - other) / (own - other + recipe.Noise))).Within(1e-4));
    }

    [Test]
    public void The_solver_finds_what_solves_the_system()
    {
        var random = new SeededRandom(3);
        const int N = 41;
        var factor = Enumerable.Range(0, N * N).Select(_ => random.Uniform() - 0.5).ToArray();
        var matrix = Enumerable
            .Range(0, N)
            .Select(i =>
                Enumerable
                    .Range(0, i + 1)
                    .Select(j => (float)(Enumerable.Range(0, N).Sum(k => factor[(i * N) + k] * factor[(j * N) + k]) + (i == j ? 1 : 0)))
                    .ToArray()
            )
            .ToArray();
        var target = Enumerable.Range(0, N).Select(_ => (float)random.Uniform()).ToArray();

        var solution = ConjugateGradients.Solve(matrix, target);

        // The matrix's smallest eigenvalue is above 1: rounding errors do not grow.
        for (var row = 0; row < N; row++)
            Assert.That(
                Enumerable.Range(0, N).Sum(k => (double)matrix[Math.Max(row, k)][Math.Min(row, k)] * solution[k]),
                Is.EqualTo(target[row]).Within(1e-4)
            );
        Assert.That(ConjugateGradients.Solve(matrix, new float[N]), Is.All.Zero, "nothing to explain");
    }
}
