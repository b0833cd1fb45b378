using System.Globalization;
using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Figure of the grade's sections: as wide as a section's points, as full as they were earned.</summary>
internal static class GradeFigure
{
    private const double Width = 800;
    private const double Gap = 3;

    public static HtmlText Show(Grade grade)
    {
        var sections = grade.Sections.Where(section => section.MaxPoints > 0).ToList();
        var room = Width - (Gap * Math.Max(0, sections.Count - 1));
        var left = 0.0;
        var parts = new List<HtmlText>();
        foreach (var section in sections)
        {
            var width = room * section.MaxPoints / grade.MaxPoints;
            parts.Add(Part(section, left, width));
            left += width + Gap;
        }

        var mark = Number(Math.Clamp(grade.PassMark, 0, 1) * 100);
        var title = HtmlText.Of($"""<title id="made-of-title">{Told(grade)}</title>""");
        return HtmlText.When(
            sections.Count > 0,
            HtmlText.Of(
                $"""
                <figure class="made-of"><svg viewBox="0 0 800 22" preserveAspectRatio="none" role="img" aria-labelledby="made-of-title">{title}{parts}</svg>
                <figcaption>Each block is a section, as wide as its points and as full as they were earned. {mark} % of all points pass.</figcaption></figure>
                """
            )
        );
    }

    private static HtmlText Part(SectionGrade section, double left, double width) =>
        HtmlText.Of(
            $"""
            <g><title>{section.Title}: {Numbers.Points(section.Points)} of {Numbers.Points(section.MaxPoints)} points</title><rect class="track" x="{Number(
                left
            )}" width="{Number(width)}" height="22"/><rect class="fill" x="{Number(left)}" width="{Number(
                width * Bar.Share(section.Points, section.MaxPoints)
            )}" height="22"/></g>
            """
        );

    private static string Told(Grade grade) =>
        $"Points by section: {string.Join(", ", grade.Sections.Select(Told))}";

    private static string Told(SectionGrade section) => $"{section.Title} {Numbers.Points(section.Points)} of {Numbers.Points(section.MaxPoints)}";

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
