using System.Numerics;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>How much a kind of likeness counts: between any two songs, and how much more within a genre and within a subgenre.</summary>
internal readonly record struct Strength(double Throughout, double InGenre, double InSubgenre)
{
    /// <param name="genre">1 where songs share the genre, else 0.</param>
    /// <param name="subgenre">1 where they share the subgenre, which lies within its genre.</param>
    public Vector<float> Of(Vector<float> genre, Vector<float> subgenre) =>
        new Vector<float>((float)Throughout) + (genre * (float)InGenre) + (subgenre * (float)InSubgenre);
}
