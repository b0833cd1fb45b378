using System.Numerics;

namespace HitSongs.Pipeline.Models.KernelRegression;

/// <summary>How much one term of a kernel counts.</summary>
/// <param name="Everywhere">Between any two songs.</param>
/// <param name="InGenre">So much more between songs of one genre.</param>
/// <param name="InSubgenre">So much more between songs of one subgenre, which lies within its genre.</param>
public readonly record struct KernelWeight(double Everywhere, double InGenre, double InSubgenre)
{
    internal double[] Numbers => [Everywhere, InGenre, InSubgenre];

    /// <param name="genre">1 where songs share the genre, else 0.</param>
    /// <param name="subgenre">1 where they share the subgenre.</param>
    internal Vector<float> Of(Vector<float> genre, Vector<float> subgenre) =>
        new Vector<float>((float)Everywhere) + (genre * (float)InGenre) + (subgenre * (float)InSubgenre);
}
