using System.Text.Json.Nodes;
using System.Xml.Linq;
using HitSongs.Reporting.Exports;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting.Exports;

/// <summary>Each export against the fields that its reader documents.</summary>
public sealed class ExportTests
{
    [TestCase("junit")]
    [TestCase("junit=")]
    [TestCase("=file")]
    [TestCase("gradebook=file.csv")]
    public void What_is_no_kind_and_file_is_refused_with_the_kinds_there_are(string text) =>
        Assert.That(
            () => Export.Parse(text),
            Throws.TypeOf<UsageException>().With.Message.Contains("canvas, classroom50, csv, gradescope, junit, markdown, moodle, nbgrader")
        );

    [Test]
    public void A_file_name_may_hold_an_equals_sign() => Assert.That(Export.Parse("csv=a=b.csv"), Is.EqualTo(new Export("csv", "a=b.csv")));

    [TestCase("gradescope")]
    [TestCase("classroom50")]
    public void A_format_of_one_submission_refuses_two(string kind) =>
        Assert.That(() => new Export(kind, "x").Text([SampleGrades.Sample, SampleGrades.Sample]), Throws.TypeOf<UsageException>());

    [Test]
    public void Every_kind_writes_the_same_twice([ValueSource(typeof(Export), nameof(Export.Kinds))] string kind)
    {
        var first = new Export(kind, "x").Text([SampleGrades.Sample]);

        Assert.That(new Export(kind, "x").Text([SampleGrades.Sample]), Is.EqualTo(first).And.Not.Empty);
    }

    [Test]
    public void Gradescope_gets_points_per_test_and_no_score_for_what_waits_for_a_person()
    {
        var results = Json("gradescope");
        var tests = results["tests"]!.AsArray();
        var waiting = tests.Single(test => test!["name"]!.ToString().EndsWith("Discussion", StringComparison.Ordinal))!.AsObject();

        Assert.Multiple(() =>
        {
            Assert.That((double)results["score"]!, Is.EqualTo(19.5));
            Assert.That((double)results["execution_time"]!, Is.EqualTo(48.25));
            Assert.That(results["visibility"]!.ToString(), Is.EqualTo("visible"));
            Assert.That(tests.Select(test => test!["number"]!.ToString()), Is.EqualTo(["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2"]));
            Assert.That(tests.Select(test => test!["status"]?.ToString()), Is.EqualTo(["failed", "failed", "passed", "passed", "failed", "passed", null]));
            Assert.That(tests.Sum(test => (double?)test!["score"] ?? 0), Is.EqualTo(19.5));
            Assert.That(waiting.ContainsKey("score"), Is.False);
            Assert.That(results["output"]!.ToString(), Does.Contain("8 points wait for a person"));
        });
    }

    [Test]
    public void Gradescopes_leaderboard_has_the_metrics_that_have_a_value_and_sorts_errors_upwards()
    {
        var rows = Json("gradescope")["leaderboard"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(row => row!["name"]!.ToString()), Is.EqualTo(["AreaUnderRocCurve", "F1Score", "RootMeanSquaredError"]));
            Assert.That(rows.Select(row => row!["order"]?.ToString()), Is.EqualTo([null, null, "asc"]));
        });
    }

    [Test]
    public void JUnit_tells_wrong_from_broken_and_from_waiting()
    {
        var root = XDocument.Parse(new Export("junit", "x").Text([SampleGrades.WithHarnessFault])).Root!;
        var outcomes = root.Descendants("testcase").ToDictionary(
            test => test.Attribute("name")!.Value, test => test.Elements().SingleOrDefault(element => element.Name != "properties")?.Name.LocalName);

        Assert.Multiple(() =>
        {
            Assert.That(outcomes["merged-in-0-4"], Is.EqualTo("failure"));
            Assert.That(outcomes["grad-after-second-backward"], Is.EqualTo("failure"), "some points are not all points");
            Assert.That(outcomes["gradients-accumulate"], Is.EqualTo("error"));
            Assert.That(outcomes["discussion"], Is.EqualTo("skipped"));
            Assert.That(outcomes["shows-requires-grad"], Is.EqualTo("skipped"), "what it depends on failed already");
            Assert.That(outcomes["chain-rule"], Is.Null);
            Assert.That(((string[])["tests", "failures", "errors", "skipped"]).Select(name => (int)root.Attribute(name)!), Is.EqualTo([7, 2, 1, 2]));
            Assert.That(root.Elements("testsuite").Sum(suite => (int)suite.Attribute("tests")!), Is.EqualTo(7));
            Assert.That(root.Descendants("testcase").First(test => (string?)test.Attribute("line") == "7").Attribute("file")!.Value, Does.EndWith(".md"));
        });
    }

    [Test]
    public void Nbgrader_gets_its_own_columns()
    {
        var rows = CsvRows.Of(new Export("nbgrader", "x").Text([SampleGrades.Sample]));

        Assert.Multiple(() =>
        {
            Assert.That(
                string.Join(',', rows[0]),
                Is.EqualTo("assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,late_submission_penalty,score,max_score")
            );
            Assert.That(rows[1], Is.EqualTo(["Technical evaluation in machine learning", "", "", "ada-lovelace", "", "", "", "19.5", "0", "19.5", "35"]));
        });
    }

    [Test]
    public void Canvas_gets_points_possible_above_the_students()
    {
        var rows = CsvRows.Of(new Export("canvas", "x").Text([SampleGrades.Sample, SampleGrades.Sample]));

        Assert.Multiple(() =>
        {
            Assert.That(rows[0], Is.EqualTo(["Student", "ID", "SIS User ID", "SIS Login ID", "Section", "Technical evaluation in machine learning"]));
            Assert.That(rows[1], Is.EqualTo(["Points Possible", "", "", "", "", "35"]));
            Assert.That(rows[2], Is.EqualTo(["ada-lovelace", "", "", "ada-lovelace", "", "19.5"]));
            Assert.That(rows, Has.Count.EqualTo(4));
        });
    }

    [Test]
    public void Moodle_gets_grade_and_feedback_together()
    {
        var rows = CsvRows.Of(new Export("moodle", "x").Text([SampleGrades.Sample]));

        Assert.Multiple(() =>
        {
            Assert.That(rows[0][2], Is.EqualTo("ID number"));
            Assert.That(rows[0][6..], Is.EqualTo(["Technical evaluation in machine learning (Real)", "Technical evaluation in machine learning (Feedback)"]));
            Assert.That(rows[1][6..], Is.EqualTo(["19.5", "19.5 of 35 points. 8 points wait for a person."]));
        });
    }

    [TestCase("canvas", 2, 5)]
    [TestCase("moodle", 1, 6)]
    [TestCase("nbgrader", 1, 9)]
    public void A_fault_of_the_harness_leaves_no_score_in_a_gradebook(string kind, int row, int column) =>
        Assert.That(CsvRows.Of(new Export(kind, "x").Text([SampleGrades.WithHarnessFault]))[row][column], Is.Empty);

    [Test]
    public void The_table_of_criteria_has_one_row_each_and_no_points_where_none_were_given()
    {
        var rows = CsvRows.Of(new Export("csv", "x").Text([SampleGrades.WithHarnessFault]));
        var points = rows.Skip(1).ToDictionary(row => row[3], row => row[6]);

        Assert.Multiple(() =>
        {
            Assert.That(
                rows[0],
                Is.EqualTo(["submission", "commit", "question", "criterion", "kind", "status", "points", "maxPoints", "feedback", "file", "line", "reviewer"])
            );
            Assert.That(points, Has.Count.EqualTo(7));
            Assert.That(points["grad-after-second-backward"], Is.EqualTo("1.5"));
            Assert.That(points["merged-in-0-4"], Is.EqualTo("0"));
            Assert.That(points["discussion"], Is.Empty);
            Assert.That(points["gradients-accumulate"], Is.Empty);
        });
    }

    [Test]
    public void Classroom_50_gets_whole_numbers_that_add_up_and_texts_that_are_not_empty()
    {
        var said = new Dictionary<string, string>
        {
            ["CLASSROOM"] = "cs50",
            ["SUBMISSION_TAG"] = "submit/1",
            ["COMMIT_URL"] = "https://example.org/c",
            ["RELEASE_URL"] = "https://example.org/r",
        };
        var result = JsonNode.Parse(Classroom50Result.Write(SampleGrades.Sample, said.GetValueOrDefault))!;
        var tests = result["tests"]!.AsArray();

        Assert.Multiple(() =>
        {
            Assert.That(result["schema"]!.ToString(), Is.EqualTo("classroom50/result/v1"));
            foreach (var name in (string[])["classroom", "assignment", "assignment_type", "owner", "submission", "commit", "release", "review"])
                Assert.That(result[name]!.ToString(), Is.Not.Empty, name);
            Assert.That(result["classroom"]!.ToString(), Is.EqualTo("cs50"));
            Assert.That(result["review"]!.ToString(), Is.EqualTo("https://example.org/c"));
            Assert.That(result["datetime"]!.ToString(), Is.EqualTo("2026-03-14T09:26:53Z"));
            Assert.That(result["graded_at"]!.ToString(), Is.EqualTo("2026-03-14T09:27:41Z"));
            Assert.That((int)result["score"]!, Is.EqualTo(1950).And.EqualTo(tests.Sum(test => (int)test!["score"]!)));
            Assert.That((int)result["max-score"]!, Is.EqualTo(3500));
            Assert.That(tests.Count(test => (bool)test!["passed"]!), Is.EqualTo(3));
        });
    }

    [Test]
    public void Markdown_has_the_points_a_row_per_question_and_what_to_do_next()
    {
        var text = new Export("markdown", "x").Text([SampleGrades.Sample]);

        Assert.That(
            text,
            Does.StartWith("### 19.5 of 35 points: not passed\n")
                .And.Contain("| ` Backpropagation ` | 7.5 of 10 | 2 | 1 | 0 | 0 | 0 | 0 |")
                .And.Contain("#### What to do next")
                .And.Contain("Merged in 0 4 ` 0 of 3, Failed")
        );
    }

    private static JsonNode Json(string kind) => JsonNode.Parse(new Export(kind, "x").Text([SampleGrades.Sample]))!;
}
