using HitSongs.Grading.Samples;

namespace HitSongs.Cli.Commands;

/// <summary>Tells how the reading of prose agrees with marks: of concepts, by kinds of answers, of misconceptions, and what its confidence is worth.</summary>
internal static class SampleFigureTable
{
    public static void Write(SampleFigures figures, TextWriter output)
    {
        var (concepts, decided) = (figures.Concepts, figures.Decided);
        output.WriteLine($"  concepts alone: r {concepts.Pearson:0.000}, kappa {concepts.QuadraticKappa:0.000}; "
            + $"with the {figures.Doubtful:P0} of criteria in doubt decided by the marker: r {decided.Pearson:0.000}, kappa {decided.QuadraticKappa:0.000}");
        foreach (var (kind, count, deserved, given) in figures.Kinds)
        {
            output.WriteLine($"    {kind,-28} {count,4} answers, deserved {deserved:0.00}, given {given:0.00}");
        }

        var (stated, found, wrong, doubtful, cells) = figures.Misconceptions;
        output.WriteLine(
            $"  misconceptions: {found} of {stated} found, {wrong} false alarms in {cells} ({(cells == 0 ? 0 : wrong / (double)cells):P1}), {doubtful} in doubt"
        );
        foreach (var (count, confidence, right) in figures.Reliability)
        {
            output.WriteLine($"    confidence {confidence:0.00}: {count,5} scores, right {right:0.00}");
        }
    }
}
