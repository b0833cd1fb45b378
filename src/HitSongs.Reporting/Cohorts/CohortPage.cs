using HitSongs.Grading.Grades;
using HitSongs.Reporting.Html;
using HitSongs.Reporting.Text;

namespace HitSongs.Reporting.Cohorts;

/// <summary>A cohort on one page: who has how many points, what most got wrong, what was copied, and what waits for a person. Equal grades give equal
/// bytes.</summary>
internal static class CohortPage
{
    private const int ShownCopies = 200;
    private const int ShownOfAPassage = 400;

    private static readonly Table Submissions = new("Submissions", ["Submission", "Status", "Points", "Of", "Waiting", "Passed"], [2, 3, 4]);
    private static readonly Table CriteriaTable = new(
        "Criteria",
        ["Criterion", "Question", "Points", "Passed", "Share passed", "Most frequent feedback where it was not"],
        [2, 3, 4]
    );
    private static readonly Table CopiesTable = new(
        "Passages that two submissions share",
        ["Submission", "Passage", "Other submission", "Passage there", "Words"],
        [4]
    );
    private static readonly Table WaitingTable = new("What waits for a person", ["Submission", "Question", "Criterion", "Points at stake"], [3]);
    private static readonly Table AgreementTable = new(
        "How alike persons mark the same answers",
        ["Criterion", "Question", "Pairs", "Same points", "Mean difference", "Weighted kappa"],
        [2, 3, 4, 5]
    );
    private static readonly Table Faults = new("Submissions that could not be graded", ["Submission", "Reason"], []);

    public static string Write(Cohort cohort) =>
        HtmlText
            .Of(
                $"""
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="{PageScripts.Policy(CohortScript.Text)}">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>Cohort: {cohort.Title}</title>
                {PageScripts.Style()}
                </head>
                <body>
                <main id="main">
                <h1>{cohort.Title}: {Numbers.Count(cohort.Members.Count, "submission", "submissions")}</h1>
                {Overview(cohort)}
                <section aria-labelledby="all"><h2 id="all">Submissions</h2>
                {Submissions.Show(cohort.Members.Select(Row))}</section>
                <section aria-labelledby="criteria"><h2 id="criteria">Criteria</h2>
                {CriteriaTable.Show(cohort.Criteria.Select(Row))}</section>
                {Part("waiting", "Waiting for a person", "", WaitingTable, [.. Waiting(cohort)])}
                {Part(
                    "agreement",
                    "Agreement of reviewers",
                    "Of each person the last mark of an answer; quadratic weighted kappa over tenths of the points, 1 for the same. A low one tells of a "
                        + "criterion that people read differently.",
                    AgreementTable,
                    [.. cohort.Agreements.Select(Row)]
                )}
                {Part(
                    "copies",
                    "Shared passages",
                    "A person judges these: no points were taken for them.",
                    CopiesTable,
                    [.. cohort.Copies.Take(ShownCopies).Select(Row)]
                )}
                {HtmlText.When(
                    cohort.Copies.Count > ShownCopies,
                    HtmlText.Of($"<p class=\"note\">The first {ShownCopies} of {cohort.Copies.Count:N0} are shown.</p>")
                )}
                {Part(
                    "faults",
                    "Not graded",
                    "By a fault of the harness or the machine, never the author's: run the batch again with --resume.",
                    Faults,
                    [.. cohort.Members.Where(member => member.Fault is not null).Select(member => new[] { Text(member.Name), Text(member.Fault!) })]
                )}
                </main>
                {HtmlText.Trusted($"<script>{CohortScript.Text}</script>")}
                </body>
                </html>

        """).ToString();

    private static HtmlText Overview(Cohort cohort)
    {
        var shares = cohort.Grades.Select(grade => Bar.Share(grade.Points, grade.MaxPoints)).Order().ToList();
        if (shares.Count == 0)
        {
            return HtmlText.Of($"<p>None could be graded.</p>");
        }

        var median = (shares[(shares.Count - 1) / 2] + shares[shares.Count / 2]) / 2;
        var bins = Enumerable.Range(0, 10).Select(bin => (Bin: bin, Count: shares.Count(share => Math.Min(9, (int)(share * 10)) == bin))).ToList();
        var most = bins.Max(bin => bin.Count);
        var distribution = new Table("Distribution of the share of points", ["Share of points", "Submissions", ""], [1]);
        return HtmlText.Of(
            $"""
            <p>{cohort.Grades.Count(grade => grade.Passed)} of {cohort.Grades.Count} passed. The median has {median:P0} of the points, the least {shares[
                0
            ]:P0}, the most {shares[^1]:P0}.</p>
            {distribution.Show(
                bins.Select(bin => new[] { HtmlText.Of($"{bin.Bin * 10} to {(bin.Bin + 1) * 10} %"), HtmlText.Of($"{bin.Count}"), Bar.Show(bin.Count, most) })
            )}
            """
        );
    }

    private static HtmlText[] Row(CohortMember member) =>
        member.Grade is { } grade
            ?
            [
                HtmlText.Of($"""<a href="{Uri.EscapeDataString(member.Name)}/report.html">{member.Name}</a>"""),
                Badge.Show(grade.Status),
                Text(Numbers.Points(grade.Points)),
                Text(Numbers.Points(grade.MaxPoints)),
                Text(Numbers.Points(grade.UngradedPoints)),
                Text(
                    grade.Status == Status.Error ? "–"
                    : grade.Passed ? "yes"
                    : "no"
                ),
            ]
            : [Text(member.Name), Badge.Show(Status.Error), Text("–"), Text("–"), Text("–"), Text("–")];

    private static HtmlText[] Row((string Question, string Criterion, double Points, IReadOnlyList<Score> Scores) criterion)
    {
        // What waits for a person, or could not be graded, has neither passed nor failed.
        var graded = criterion.Scores.Where(score => score.Status is not (Status.Ungraded or Status.Error)).ToList();
        var passed = graded.Count(score => score.Status == Status.Passed);
        var feedback = graded.Where(score => score.Status != Status.Passed).GroupBy(score => score.Feedback, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault();
        return
        [
            Text(CriterionName.Plain(criterion.Scores[0])), Text(criterion.Question),
            Text(Numbers.Points(criterion.Points)), Text($"{passed} of {graded.Count}"),
            Text(graded.Count == 0 ? "–" : $"{(double)passed / graded.Count:P0}"),
            feedback is null
                ? Text("")
                : HtmlText.Of($"{Capped.Of(feedback.Key, Math.Min(ShownOfAPassage, feedback.Key.Length)).Text} ({feedback.Count()} times)"),
        ];
    }

    private static HtmlText[] Row(ReviewerAgreement agreement) =>
        [
            Text(Words.Title(agreement.Criterion)),
            Text(agreement.Question),
            Text($"{agreement.Pairs:N0}"),
            Text($"{agreement.Same:P0}"),
            Text($"{agreement.MeanDifference:P0} of the points"),
            Text(double.IsNaN(agreement.QuadraticKappa) ? "–" : $"{agreement.QuadraticKappa:0.00}"),
        ];

    private static HtmlText[] Row((string Member, Grading.Grades.CopyFinding Finding) copy) =>
        [
            HtmlText.Of($"{copy.Member}: {copy.Finding.File}:{copy.Finding.Line}"),
            Passage(copy.Finding.Passage),
            HtmlText.Of($"{copy.Finding.Source}:{copy.Finding.SourceLine}"),
            Passage(copy.Finding.SourcePassage),
            HtmlText.Of($"{copy.Finding.Words:N0}"),
        ];

    private static IEnumerable<HtmlText[]> Waiting(Cohort cohort) =>
        from member in cohort.Members
        where member.Grade is not null
        from question in member.Grade!.Sections.SelectMany(section => section.Questions)
        from score in question.Criteria
        where score.Status == Status.Ungraded
        select new[] { Text(member.Name), Text(question.Title), Text(CriterionName.Of(score)), Text(Numbers.Points(score.MaxPoints)) };

    private static HtmlText Part(string id, string title, string said, Table table, IReadOnlyList<HtmlText[]> rows) =>
        HtmlText.When(
            rows.Count > 0,
            HtmlText.Of(
                $"""
                <section aria-labelledby="{id}"><h2 id="{id}">{title}</h2>
                <p>{said}</p>
                {table.Show(rows)}</section>
                """
            )
        );

    private static HtmlText Passage(string text) => HtmlText.Of($"<q>{Capped.Of(text, ShownOfAPassage).Text}</q>");

    private static HtmlText Text(string text) => HtmlText.Of($"{text}");
}
