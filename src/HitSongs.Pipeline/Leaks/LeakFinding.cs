namespace HitSongs.Pipeline.Leaks;

/// <summary>One way in which labels can reach a model: what it does to a score.</summary>
/// <param name="Id">Stable id such as "shuffled-labels".</param>
/// <param name="Measure">What <paramref name="Value"/> is, such as "AreaUnderRocCurve" or "songs".</param>
/// <param name="Value">What was measured; <see cref="double.NaN"/> where it could not be.</param>
/// <param name="Honest">The same without the leak; <see cref="double.NaN"/> where there is nothing to compare with.</param>
/// <param name="Found">Whether labels do reach the model this way.</param>
/// <param name="Statement">In words, with how much of the score is leakage.</param>
public sealed record LeakFinding(string Id, string Measure, double Value, double Honest, bool Found, string Statement)
{
    internal const string Songs = "songs";
}
