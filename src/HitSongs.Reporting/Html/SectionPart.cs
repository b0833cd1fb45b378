using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

/// <summary>A section of the rubric and its questions.</summary>
internal static class SectionPart
{
    public static HtmlText Show(Report report, SectionGrade section, Sources sources)
    {
        var id = Anchor.Section(section.Id);
        return HtmlText.Of($"""
            <section id="{id}" aria-labelledby="{id}/title">
            <h2 id="{id}/title">{section.Title} <span class="points">{Numbers.Points(section.Points)} of {Numbers.Points(section.MaxPoints)} points</span></h2>
            {section.Questions.Select(question => QuestionPart.Show(report, question, sources))}
            </section>

            """);
    }
}
