using HitSongs.Grading.RubricFiles;
using HitSongs.Reporting.Contents;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class AnswersContentsTests
{
    private static readonly string File = Path.Combine(Repository.Root, AnswersContents.File);

    [Test]
    public void The_table_of_contents_is_as_the_rubric_says_it()
    {
        var written = AnswersContents.Write(RubricFolder.Read(Path.Combine(Repository.Root, "rubric")), AnswersContents.SecondsIn(File));

        Assert.That(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), Is.EqualTo(written), "write it anew: hitsongs rubric contents");
    }

    [Test]
    public void Every_demonstration_takes_less_than_ten_seconds() =>
        Assert.That(
            AnswersContents.SecondsIn(File).Where(seconds => seconds.Value >= 10 && !seconds.Key.StartsWith("evaluation/hit-songs/", StringComparison.Ordinal)),
            Is.Empty
        );

    [Test]
    public void What_it_links_to_is_there() =>
        Assert.That(
            System
                .IO.File.ReadAllText(File)
                .Split("](")
                .Skip(1)
                .Select(link => Path.Combine(Path.GetDirectoryName(File)!, link.Split(')')[0]))
                .Where(path => !System.IO.File.Exists(path)),
            Is.Empty
        );
}
