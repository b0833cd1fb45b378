using HitSongs.Collecting.Collect;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>Of several answers to a question, the one that is about the songs at hand.</summary>
internal sealed class SubmittedAnswerTests
{
    private const string Folder = "answers/songs";
    private const string Real = "---\ndata: Real songs\n---\n4,494 songs.\n";
    private const string Made = "---\ndata: Made songs\n---\n4,652 songs.\n";

    [TestCase("Real songs", "answer.md")]
    [TestCase("made SONGS", "answer.made.md")]
    [TestCase("Other songs", "answer.md")]
    [TestCase(null, "answer.md")]
    public void The_answer_about_the_songs_at_hand_is_taken(string? data, string file) =>
        Assert.That(Taken(data, ("answer.md", Real), ("answer.made.md", Made))?.File, Is.EqualTo($"{Folder}/{file}"));

    [Test]
    public void An_answer_that_names_no_songs_is_taken_whatever_stands_beside_it() =>
        Assert.That(Taken("Made songs", ("answer.md", "Songs.\n"), ("answer.made.md", Made))?.Text, Is.EqualTo("Songs.\n"));

    [Test]
    public void Without_an_answer_there_is_none_whatever_stands_in_its_folder() =>
        Assert.That(Taken("Made songs", ("answer.made.md", Made)), Is.Null);

    [Test]
    public void What_lies_behind_a_link_is_not_taken()
    {
        using var submission = new TemporaryFolder();
        submission.Write($"{Folder}/answer.md", Real);
        submission.Write("elsewhere.md", Made);
        File.CreateSymbolicLink(Path.Combine(submission.Path, Folder, "answer.made.md"), Path.Combine(submission.Path, "elsewhere.md"));

        Assert.That(SubmittedAnswer.Of(new SubmissionFiles(submission.Path), Folder, "Made songs")?.File, Is.EqualTo($"{Folder}/answer.md"));
    }

    private static HitSongs.Grading.Prose.AnswerText? Taken(string? data, params (string Name, string Text)[] files)
    {
        using var submission = new TemporaryFolder();
        files.ToList().ForEach(file => submission.Write($"{Folder}/{file.Name}", file.Text));
        return SubmittedAnswer.Of(new SubmissionFiles(submission.Path), Folder, data);
    }
}
