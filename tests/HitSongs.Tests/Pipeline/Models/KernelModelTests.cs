using System.Numerics;
using HitSongs.Pipeline;
using HitSongs.Pipeline.Features;
using HitSongs.Pipeline.Models.Kernel;
using NUnit.Framework;

namespace HitSongs.Tests.Pipeline.Models;

public sealed class KernelModelTests
{
    [Test]
    public void A_training_song_adds_to_a_prediction_what_the_definition_of_likeness_says()
    {
        var recipe = new KernelRecipe();
        List<LabelledSong> songs = [MadeSongs.Labelled("a", 80), MadeSongs.Labelled("b", 20, genre: "rock", subgenre: "hard")];
        var model = recipe.Train(songs, FeatureSet.AudioAndGenre, seed: 1);

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
    public void The_solver_finds_what_solves_the_system()
    {
        var random = new SeededRandom(3);
        const int N = 41;
        var factor = Enumerable.Range(0, N * N).Select(_ => random.Uniform() - 0.5).ToArray();
        var matrix = Enumerable.Range(0, N).Select(i => Enumerable.Range(0, i + 1).Select(j => (float)(Enumerable.Range(0, N).Sum(k => factor[(i * N) + k] * factor[(j * N) + k]) + (i == j ? 1 : 0))).ToArray()).ToArray();
        var target = Enumerable.Range(0, N).Select(_ => (float)random.Uniform()).ToArray();

        var solution = ConjugateGradients.Solve(matrix, target);

        // The matrix's smallest eigenvalue is above 1: rounding errors do not grow.
        for (var row = 0; row < N; row++)
            Assert.That(Enumerable.Range(0, N).Sum(k => (double)matrix[Math.Max(row, k)][Math.Min(row, k)] * solution[k]), Is.EqualTo(target[row]).Within(1e-4));
        Assert.That(ConjugateGradients.Solve(matrix, new float[N]), Is.All.Zero, "nothing to explain");
    }
}
