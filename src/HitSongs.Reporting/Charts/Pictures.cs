using HitSongs.Grading.Evidence;
using HitSongs.Reporting.Charts.Submitted;

namespace HitSongs.Reporting.Charts;

/// <summary>All that report and notebook show as pictures. They come from the evidence alone: they can be drawn while the rest is graded.</summary>
public sealed record Pictures(IReadOnlyList<Chart> Charts, RenderedCharts Rendered, SubmittedSpecifications Specifications)
{
    public static Pictures Of(SubmissionEvidence evidence)
    {
        var charts = SongCharts.Of(evidence);
        return new Pictures(charts, ChartRenderer.Render(charts), SubmittedSpecifications.Of(evidence));
    }
}
