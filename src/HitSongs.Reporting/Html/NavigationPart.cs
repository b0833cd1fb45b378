using HitSongs.Grading.Grades;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Html;

internal static class NavigationPart
{
    public static HtmlText Show(Report report) => HtmlText.Of($"""
        <nav aria-label="Contents"><details class="menu"><summary>Contents</summary><ul>
        <li><a href="#glance">At a glance</a></li>
        {report.Grade.Sections.Select(Section)}
        {HtmlText.When(SongsPart.HasContent(report), HtmlText.Of($"<li><a href=\"#songs\">Hit-song analysis</a></li>"))}
        {HtmlText.When(CopiesPart.HasContent(report), HtmlText.Of($"<li><a href=\"#copies\">Shared passages</a></li>"))}
        <li><a href="#provenance">How it was made</a></li>
        </ul></details></nav>
        """);

    private static HtmlText Section(SectionGrade section) => HtmlText.Of($"""
        <li><a href="#{Anchor.Section(section.Id)}">{section.Title}</a><ul>
        {section.Questions.Select(Question)}</ul></li>
        """);

    private static HtmlText Question(QuestionGrade question) =>
        HtmlText.Of(
            $"""
            <li><a href="#{Anchor.Question(question.Id)}">{question.Title} <span class="muted">{Numbers.Points(question.Points)}/{Numbers.Points(
                question.MaxPoints
            )}</span></a></li>

        """);
}
