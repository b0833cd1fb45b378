namespace HitSongs.Studies;

/// <summary>One statistical test, stated so that a reader can check it: what was asked, of how many songs, and what came out.</summary>
/// <remarks>Where a test cannot be made (a constant column, too few songs), the numbers are <see cref="double.NaN"/> and <see cref="Count"/> says of how
/// many.</remarks>
/// <param name="Name">The test, such as "Mann-Whitney U".</param>
/// <param name="Subject">What it is about, such as "energy: hits against others".</param>
/// <param name="Count">Songs that entered; songs with a missing value are left out.</param>
/// <param name="Statistic">Value of the statistic that the name calls for: t, U, H or χ².</param>
/// <param name="DegreesOfFreedom">Null where the statistic has none.</param>
/// <param name="P">Two-sided probability under the hypothesis of no effect, 0 to 1.</param>
/// <param name="Effect">How large the effect is, and in which measure.</param>
public sealed record StatisticalTest(string Name, string Subject, int Count, double Statistic, double? DegreesOfFreedom, double P, EffectSize Effect)
{
    /// <summary>P corrected for all tests of the same family (Benjamini-Hochberg); null where it was not corrected.</summary>
    public double? Q { get; init; }
}

/// <summary>An effect in a named measure with its 95 % interval.</summary>
/// <param name="Measure">Such as "Spearman's rho" or "Hedges' g".</param>
/// <param name="Value">In units of the measure.</param>
/// <param name="Low">Lower end of the 95 % interval; <see cref="double.NaN"/> where none is computed.</param>
/// <param name="High">Upper end.</param>
public sealed record EffectSize(string Measure, double Value, double Low = double.NaN, double High = double.NaN);
