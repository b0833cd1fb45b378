using FsCheck;
using FsCheck.Fluent;
using HitSongs.Grading.Marks;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Marks;

public sealed class MarksFileTests
{
    private static readonly string Digest = new('0', 64);

    private static readonly Mark Plain = new("set/q", "why", 2.5, 4, "Well put.", "Ada", new DateTimeOffset(2026, 11, 30, 12, 0, 0, TimeSpan.Zero), Digest);

    private static IReadOnlyList<Mark> ReadBack(string text, string submission = "someone")
    {
        using var folder = new TemporaryFolder();
        folder.Write(MarksFile.FileName, text);
        return MarksFile.Read(Path.Combine(folder.Path, MarksFile.FileName), submission).All;
    }

    [Test]
    public void Marks_withdrawals_and_judged_copies_are_read_as_they_were_written()
    {
        Mark[] marks = [Plain, Plain with { Points = null, Of = null }, Plain with { Criterion = null, Points = null, Of = null, Reason = "" }];

        var text = marks.Aggregate("", (soFar, mark) => MarksFile.Append(soFar, "someone", mark));

        Assert.That(ReadBack(text), Is.EqualTo(marks));
    }

    [Test]
    public void A_mark_more_leaves_every_line_above_as_it_was()
    {
        var first = MarksFile.Append("", "someone", Plain);

        Assert.That(MarksFile.Append(first, "someone", Plain with { Points = 1 }), Does.StartWith(first));
    }

    [Test]
    public void Any_reason_and_name_is_read_back_whole()
    {
        string[] hostile =
        [
            "\"]\n  - question: other", "a: b # c", "\u202Egnp", "\u0000\u001b[31m", "line\u2028line", "\uD83D\uDE00 \uFEFF", "'", "\\",
            "---", "*anchor &x !!tag", "\r\n",
        ];
        foreach (var text in hostile)
        {
            Assert.That(ReadBack(MarksFile.Append("", "someone", Plain with { Reason = text })).Single().Reason, Is.EqualTo(text));
        }

        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
        {
            text ??= "";
            var whole = new string([.. text.Where(c => !char.IsSurrogate(c))]);
            return ReadBack(MarksFile.Append("", "someone", Plain with { Reason = whole })).Single().Reason == whole;
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Marks_of_another_submission_are_left_alone() =>
        Assert.That(ReadBack(MarksFile.Append("", "someone", Plain), "someone-else"), Is.Empty);

    [TestCase("points: 2.5", "points: 4.5", 7, "must be from 0 to 4")]
    [TestCase("points: 2.5", "points: -1", 7, "must be from 0 to 4")]
    [TestCase("points: 2.5", "points: .nan", 7, "must be a number")]
    [TestCase("of: 4", "of: 0", 8, "greater than 0")]
    [TestCase("time: 2026-11-30T12:00:00Z", "time: yesterday", 11, "no time")]
    [TestCase("handedIn: 0", "handedIn: x0", 12, "SHA-256")]
    [TestCase("reviewer: \"Ada\"", "reviewer: \"\"", 10, "is empty")]
    [TestCase("points: 2.5", "pionts: 2.5", 7, "unknown key `pionts`")]
    [TestCase("    points: 2.5\n", "", 5, "either `points`")]
    [TestCase("points: 2.5", "points: 2.5\n    withdrawn: true", 8, "either `points`")]
    [TestCase("hitsongs/marks/1", "hitsongs/marks/2", 2, "schema")]
    [TestCase("marks:", "marks: []\nmore:", 5, "unknown key `more`")]
    public void What_is_not_as_it_must_be_is_told_with_file_and_line(string right, string wrong, int line, string told)
    {
        var text = MarksFile.Append("", "someone", Plain);
        Assert.That(text, Does.Contain(right));

        var fault = Assert.Throws<InvalidInputException>(() => ReadBack(text.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.That(fault!.Message, Does.Contain($"{MarksFile.FileName}:{line}: ").And.Contain(told));
    }
}
