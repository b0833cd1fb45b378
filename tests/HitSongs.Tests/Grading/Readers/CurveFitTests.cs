using HitSongs.Grading.Learning;
using HitSongs.Grading.Readers;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Readers;

public sealed class CurveFitTests
{
    private static CalibrationCell Cell(double states, double opposes, double stated, double opposed, double mark) =>
        new(true, states, opposes, new RestOfAnswer(stated, opposed), mark);

    // Sentences that look as right in an answer that turns everything round as in one that is right throughout.
    private static List<CalibrationCell> Cells =>
    [
        .. Enumerable.Range(0, 200).Select(i => Cell(2 + (i % 5), -4, 0.9, 0.1, 1)),
        .. Enumerable.Range(0, 200).Select(i => Cell(2 + (i % 5), 1, 0.3, 0.8, 0)),
        .. Enumerable.Range(0, 200).Select(i => Cell(-6 + (i % 5), -4, 0.5, 0.1, 0)),
    ];

    [Test]
    public void Who_turns_the_rest_round_is_believed_less()
    {
        var curve = CurveFit.Of(Cells, 0.1, isFalseAlarmWorse: false);

        var (right, wrong) = (curve.Probability(3, -4, new RestOfAnswer(0.9, 0.1)), curve.Probability(3, -4, new RestOfAnswer(0.9, 0.8)));

        Assert.That(right - wrong, Is.GreaterThan(0.2));
    }

    [Test]
    public void More_evidence_never_makes_it_less_probable()
    {
        var curve = CurveFit.Of(Cells, 0.1, isFalseAlarmWorse: false);

        var chances = Enumerable.Range(-12, 25).Select(states => curve.Probability(states, 0, new RestOfAnswer(0.5, 0.2)));

        Assert.That(chances, Is.Ordered);
    }

    [Test]
    public void The_cuts_enclose_about_as_many_cells_as_are_wanted_in_doubt()
    {
        var curve = CurveFit.Of(Cells, 0.1, isFalseAlarmWorse: false);

        var inDoubt = Cells.Count(cell =>
            curve.Probability(cell.States, cell.Opposes, cell.Rest) is var chance && chance >= curve.Fails && chance < curve.Passes
        );

        // Many cells are alike here, so that a cut can only fall before or behind all of them.
        Assert.That(inDoubt, Is.LessThanOrEqualTo(0.2 * Cells.Count));
    }
}
