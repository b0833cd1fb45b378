using HitSongs.Grading.RubricFiles;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>What was learnt of scope decides in every question: where its sentences have changed since, nothing is graded by it.</summary>
public sealed class StaleScopeTests
{
    private TemporaryFolder folder = null!;

    private string Root => Path.Combine(folder.Path, "rubric");

    [SetUp]
    public void CopySettings()
    {
        folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write("rubric/evaluation/pytorch/1-first.yaml", "title: T\nprompt: P\ncriteria:\n  - {id: why, kind: manual, points: 2, name: n}\n");
        foreach (var file in new[] { "reading.json", "encoder.safetensors", ScopeFile.Name })
        {
            File.Copy(Path.Combine(Repository.Root, "rubric", file), Path.Combine(Root, file));
        }
    }

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    [Test]
    public void Scope_that_is_as_it_was_learnt_from_is_read() => Assert.That((RubricFolder.Read(Root).Questions.Count(), RubricOutline.Open(Root).Questions.Count()), Is.EqualTo((1, 1)));

    [Test]
    public void A_sentence_more_is_told_where_all_questions_are_read_and_where_each_is_read_as_needed()
    {
        File.AppendAllText(Path.Combine(Root, ScopeFile.Name), "# changed\n");

        foreach (var read in new Action[] { () => RubricFolder.Read(Root), () => RubricOutline.Open(Root) })
        {
            Assert.That(read, Throws.TypeOf<InvalidInputException>().With.Message.Contains($"{ScopeFile.Name} has changed").And.Message.Contains("hitsongs rubric learn"));
        }
    }
}
