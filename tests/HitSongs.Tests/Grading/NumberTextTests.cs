using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Scoring;
using HitSongs.Metrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class NumberTextTests
{
    private const double Rounding = 1e-12; // of one division or multiplication in binary

    [TestCase("0.75", 0.75)]
    [TestCase(".75", 0.75)]
    [TestCase("1,234.5", 1234.5)]
    [TestCase("1.234,5", 1234.5)]
    [TestCase("4,494", 4494)]
    [TestCase("1,234,567", 1234567)]
    [TestCase("1.234.567", 1234567)]
    [TestCase("1 234", 1234)]
    [TestCase("1\u202F234,5", 1234.5)]
    [TestCase("1\u2019234", 1234)]
    [TestCase("0,75", 0.75)]
    [TestCase("12%", 0.12)]
    [TestCase("12 %", 0.12)]
    [TestCase("12\u00A0%", 0.12)]
    [TestCase("12 per cent", 0.12)]
    [TestCase("75.0 percent", 0.75)]
    [TestCase("\u00BD", 0.5)]
    [TestCase("1\u00BD", 1.5)]
    [TestCase("2 \u00BE", 2.75)]
    [TestCase("3/4", 0.75)]
    [TestCase("1e-3", 0.001)]
    [TestCase("1E3", 1000)]
    [TestCase("2.5 \u00D7 10^-3", 0.0025)]
    [TestCase("10\u207B\u00B3", 0.001)]
    [TestCase("10^3", 1000)]
    [TestCase("\u0663", 3)]
    [TestCase("\u0660\u066B\u0667\u0665", 0.75)]
    [TestCase("\uFF13", 3)]
    [TestCase("\u22120.5", -0.5)]
    [TestCase("\u20130.24", -0.24)]
    [TestCase("+0.5", 0.5)]
    [TestCase("seven", 7)]
    [TestCase("Twelve", 12)]
    [TestCase("4.5 thousand", 4500)]
    [TestCase("4.5k", 4500)]
    [TestCase("0.75.", 0.75)]
    [TestCase("0.75 \u00B1 0.02", 0.75)]
    public void A_number_is_read_as_it_is_meant(string text, double expected) =>
        Assert.That(NumberText.Read(text), Is.EqualTo(new[] { expected }).Within(Rounding));

    [TestCase("0.75\u20130.80", 0.75, 0.80)]
    [TestCase("0.75-0.80", 0.75, 0.80)]
    [TestCase("0.75 to 0.80", 0.75, 0.80)]
    [TestCase("\u22120.8\u2013\u22120.5", -0.8, -0.5)]
    [TestCase("75\u201380 %", 0.75, 0.80)]
    [TestCase("3 or 4", 3, 4)]
    public void Of_a_range_both_ends_are_read(string text, double low, double high) =>
        Assert.That(NumberText.Read(text), Is.EqualTo(new[] { low, high }).Within(Rounding));

    [TestCase("10^400")]
    [TestCase("1e400")]
    [TestCase("NaN")]
    [TestCase("\u221E")]
    [TestCase("1.13.1")]
    [TestCase("2024-05-01")]
    [TestCase("3/4/2020")]
    [TestCase("12:30")]
    [TestCase("1,23,4")]
    [TestCase("3/0")]
    [TestCase("thirteen")]
    [TestCase("twelve thousand")]
    [TestCase("one-third")]
    [TestCase("2 percentage points")]
    [TestCase("--5")]
    [TestCase("")]
    [TestCase("%")]
    [TestCase("\u2460", Description = "a one in a circle")]
    [TestCase("\ud835")]
    public void What_is_no_number_is_not_read(string text) => Assert.That(NumberText.Read(text), Is.Null);

    [Test]
    public void Digits_without_end_are_not_read_and_take_no_time() =>
        Assert.Multiple(() =>
        {
            Assert.That(NumberText.Read(new string('9', 100_000)), Is.Null);
            Assert.That(NumberText.Read(string.Concat(Enumerable.Repeat("1,", 50_000)) + "1"), Is.Null);
            Assert.That(NumberText.Read(string.Concat(Enumerable.Repeat("1-", 50_000))), Is.Null);
        });

    private static readonly Func<decimal, string>[] Styles =
    [
        number => number.ToString(CultureInfo.InvariantCulture),
        number => number.ToString("#,0.######", CultureInfo.InvariantCulture),
        number => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', ' ').Replace('.', ',').Replace(' ', '.'),
        number => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', '\u202F'),
        number => number.ToString("#,0.######", CultureInfo.InvariantCulture).Replace(',', '\''),
        number => number.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '\u2212'),
        number => number.ToString("#.######", CultureInfo.InvariantCulture) is { Length: > 0 } text && text != "-" ? text : "0",
        number =>
            string.Concat(
                number
                    .ToString("0.######", CultureInfo.InvariantCulture)
                    .Select(c =>
                        char.IsAsciiDigit(c) ? (char)('\u0660' + (c - '0'))
                        : c == '.' ? '\u066B'
                        : c
                    )
            ),
        number => (number * 100).ToString("0.######", CultureInfo.InvariantCulture) + " %",
        number => (number * 100).ToString("0.######", CultureInfo.InvariantCulture) + " per cent",
        number => (number * 1000).ToString("0.######", CultureInfo.InvariantCulture) + "e-3",
        number => (number / 1000).ToString("0.#########", CultureInfo.InvariantCulture) + " \u00D7 10^3",
    ];

    [Test]
    public void A_number_written_in_any_style_is_read_back() =>
        Prop.ForAll(
                Arb.From(
                    from thousandths in Gen.Choose(-2_000_000_000, 2_000_000_000)
                    from scale in Gen.Elements(1m, 1_000m, 1_000_000m)
                    from style in Gen.Choose(0, Styles.Length - 1)
                    select (Number: thousandths / scale, style)
                ),
                drawn =>
                {
                    var text = Styles[drawn.style](drawn.Number);
                    // "1.234" is read as English reads it, and German writes so what it parts in thousands alone.
                    var isEnglish = drawn.style != 2 || text.Contains(',') || !text.Contains('.') || text.IndexOf('.') != text.LastIndexOf('.');
                    return !isEnglish || (NumberText.Read(text) is [var read] && Math.Abs(read - (double)drawn.Number) <= 1e-9 * Math.Max(1, Math.Abs(read)));
                }
            )
            .QuickCheckThrowOnFailure();

    [Test]
    public void Any_text_is_read_or_not_and_breaks_nothing() =>
        Prop.ForAll(
                Arb.From(
                    Gen.ListOf(
                        Gen.OneOf(
                            Gen.Elements(
                                "1",
                                "23",
                                "456",
                                ".",
                                ",",
                                " ",
                                "-",
                                "\u2212",
                                "e",
                                "^",
                                "10",
                                "%",
                                "\u00BD",
                                "/",
                                "NaN",
                                "to",
                                "one",
                                "x",
                                "'",
                                "\u0663",
                                "\u00B3",
                                "\ud800"
                            ),
                            ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")
                        )
                    )
                ),
                parts => NumberText.Read(string.Concat(parts)) is not { } read || read.All(double.IsFinite)
            )
            .QuickCheckThrowOnFailure();
}

public sealed class ClaimedNumberTests
{
    private static Score Grade(string answer, string pattern = "AUC (?:of|is|=) {number}") =>
        Grader
            .Grade(
                Situation.RubricOf($"  - {{id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: '{pattern}', tolerance: 0.01}}"),
                Situation.Answered(answer, model: Situation.Model(Situation.Program(), (MetricNames.AreaUnderRocCurve, new Metric(0.75, null, null, 800, 0.5))))
            )
            .Only();

    [TestCase("We reach an AUC of 0.75.")]
    [TestCase("We reach an AUC of about 0.75 on new songs.")]
    [TestCase("We reach an AUC of ~.75 here.")]
    [TestCase("We reach an AUC of 75.0 percent.")]
    [TestCase("We reach an AUC of 75 %, which is good.")]
    [TestCase("We reach an AUC of \u00BE.")]
    [TestCase("We reach an AUC of 0,75.")]
    [TestCase("We reach an AUC of 0.745\u20130.755.")]
    [TestCase("We reach an AUC of 0.75 (0.72 to 0.78).")]
    [TestCase("We reach an AUC of 0.75 \u00B1 0.02.")]
    [TestCase("We reach an AUC of `0.75`.")]
    [TestCase("We reach an AUC of [0.75](https://example.org/0.99).")]
    [TestCase("We reach an AUC of 7.5e-1.")]
    [TestCase("The AUC is one of the metrics. We reach an AUC of 0.75.")]
    [TestCase("We reach an AUC of 0.75 and 2 points more with another seed.")]
    public void The_right_number_passes_in_any_form(string answer) => Assert.That(Grade(answer).Status, Is.EqualTo(Status.Passed));

    [TestCase("We reach an AUC of 0.75\u20130.80.", "says AreaUnderRocCurve is 0.75\u20130.80, computed was 0.75")]
    [TestCase("We reach an AUC of 0.75 or 0.95.", "0.75 or 0.95")]
    [TestCase("We reach an AUC of 0.95, 0.75, 0.85.", "is 0.95, computed was 0.75")]
    [TestCase("We reach an AUC of 75.", "is 75, computed was 0.75")]
    [TestCase("We reach an AUC of \u22120.75.", "is \u22120.75, computed was 0.75")]
    [TestCase("We reach an AUC of 0.75.1.", "\"0.75.1\" is not read as a number")]
    [TestCase("We reach an AUC of 10^400.", "\"10^400\" is not read as a number")]
    [TestCase("We reach an AUC of NaN.", "\"NaN\" is not read as a number")]
    [TestCase("We reach an AUC of 0.75 percentage points.", "is not read as a number")]
    [TestCase("We reach an AUC of more than 0.7.", "No sentence")]
    [TestCase("We reach an RMSE of 0.75.", "No sentence")]
    [TestCase("The AUC is one of the metrics.", "No sentence")]
    [TestCase("```\nan AUC of 0.75\n```\n\nWords.", "No sentence")]
    [TestCase("See <https://example.org/AUC of 0.75> there.", "No sentence")]
    public void Any_other_number_fails_and_the_feedback_says_what_was_read(string answer, string feedback)
    {
        var score = Grade(answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain(feedback));
        });
    }

    [TestCase("an AUC of 0.75.1 here", "(?<value>0?\\.\\d+)")]
    [TestCase("an AUC of 0.75e-3 here", "(?<value>0?\\.\\d+)")]
    [TestCase("an AUC of 10.75 here", "\\d(?<value>0?\\.\\d+)")]
    public void A_part_of_a_longer_number_is_never_credited(string answer, string value) =>
        Assert.That(Grade(answer, $"AUC of {value}").Status, Is.EqualTo(Status.Failed));

    [TestCase("Twelve songs stand in both files.", "twelve", true)]
    [TestCase("12 songs stand in both files.", "12", true)]
    [TestCase("All in all \u2013 12 songs stand in both files.", "12", true)]
    [TestCase("In 2020 12 songs stand in both files.", "12", true)]
    [TestCase("Twenty-two songs stand in both files.", "", false)]
    [TestCase("One hundred and twelve songs stand in both files.", "", false)]
    [TestCase("Twenty two songs stand in both files.", "", false)]
    public void Counts_may_be_small_numbers_in_words(string answer, string read, bool isFound)
    {
        var score = Grade(answer, "{count} songs stand in both files");

        Assert.That(score.Feedback, isFound ? Does.Contain($"is {read},").IgnoreCase : Does.Contain("No sentence").Or.Contain("not read"));
    }
}
