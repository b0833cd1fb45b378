using HitSongs.Grading;

namespace HitSongs.Cli.Reporting;

internal static class NavigationPart
{
    public static Html Show(Report report) => Html.Of($"""
        <nav aria-label="Contents"><details class="menu"><summary>Contents</summary><ul>
        <li><a href="#glance">At a glance</a></li>
        {report.Grade.Sections.Select(Section)}
        {Html.When(SongsPart.HasContent(report), Html.Of($"<li><a href=\"#songs\">Hit-song analysis</a></li>"))}
        {Html.When(CopiesPart.HasContent(report), Html.Of($"<li><a href=\"#copies\">Shared passages</a></li>"))}
        <li><a href="#provenance">How it was made</a></li>
        </ul></details></nav>
        """);

    private static Html Section(SectionGrade section) => Html.Of($"""
        <li><a href="#{Anchor.Section(section.Id)}">{section.Title}</a><ul>
        {section.Questions.Select(Question)}</ul></li>
        """);

    private static Html Question(QuestionGrade question) => Html.Of($"""
        <li><a href="#{Anchor.Question(question.Id)}">{question.Title} <span class="muted">{Numbers.Points(question.Points)}/{Numbers.Points(question.MaxPoints)}</span></a></li>

        """);
}
