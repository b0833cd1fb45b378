using HitSongs.Cli;
using HitSongs.Cli.Commands;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Cli.Importing;

/// <summary>The verb, on real files of a submission.</summary>
[NonParallelizable]
internal sealed class ImportCommandTests
{
    private const string Question = "evaluation/pytorch/3-backpropagation";

    private TemporaryFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => _folder.Dispose();

    [TestCase("## 1. Which is it?\n\n- [ ] a) This\n- [x] b) That\n")]
    [TestCase("## 1. Which is it?\n\n- [ ] a) This\n- [ ] b) That\n\nb")]
    public void A_form_that_was_begun_stays_unless_forced(string begun)
    {
        var notebook = Path.Combine(_folder.Path, "homework.ipynb");
        File.WriteAllText(
            notebook,
            $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","metadata":{},"source":["## {{Question}}\n","mine\n"]}]}"""
        );
        var answer = Path.Combine(_folder.Path, "answers", Question, "answer.md");
        Directory.CreateDirectory(Path.GetDirectoryName(answer)!);
        File.WriteAllText(answer, begun);

        Assert.That((Run(notebook).ExitCode, File.ReadAllText(answer)), Is.EqualTo((1, begun)));
    }

    [Test]
    public void Answers_that_are_there_stay_unless_forced()
    {
        var notebook = Path.Combine(_folder.Path, "homework.ipynb");
        File.WriteAllText(
            notebook,
            $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","metadata":{},"source":["## {{Question}}\n","mine\n"]}]}"""
        );
        var answer = Path.Combine(_folder.Path, "answers", Question, "answer.md");

        var first = Run(notebook);
        Assert.That((first.ExitCode, File.ReadAllText(answer)), Is.EqualTo((0, "mine")));

        File.WriteAllText(answer, "changed since");
        var second = Run(notebook);
        Assert.That((second.ExitCode, File.ReadAllText(answer)), Is.EqualTo((1, "changed since")));
        Assert.That(second.Output, Does.Contain("kept as it was: answers/").And.Contain("--force"));

        var third = Run(notebook, "--force");
        Assert.That((third.ExitCode, File.ReadAllText(answer)), Is.EqualTo((0, "mine")));
    }

    [TestCase("---\nquestion: x\nauthor:\n---\n")]
    [TestCase("")]
    [TestCase("---\nquestion: x\nauthor:\n---\n\n## 1. Which is it?\n\n- [ ] a) This\n- [ ] b) That\n")]
    public void An_answer_that_was_not_begun_is_written_without_asking(string blank)
    {
        var notebook = Path.Combine(_folder.Path, "homework.ipynb");
        File.WriteAllText(
            notebook,
            $$"""{"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[{"cell_type":"markdown","metadata":{},"source":["## {{Question}}\n","mine\n"]}]}"""
        );
        var answer = Path.Combine(_folder.Path, "answers", Question, "answer.md");
        Directory.CreateDirectory(Path.GetDirectoryName(answer)!);
        File.WriteAllText(answer, blank);

        Assert.That((Run(notebook).ExitCode, File.ReadAllText(answer)), Is.EqualTo((0, "mine")));
    }

    [Test]
    public void A_notebook_without_any_question_says_how_to_name_one()
    {
        var notebook = Path.Combine(_folder.Path, "empty.ipynb");
        File.WriteAllText(notebook, """{"nbformat":4,"cells":[]}""");
        var run = Run(notebook);
        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Output, Does.Contain("put above each answer a heading"));
        Assert.That(Path.Combine(_folder.Path, "answers"), Does.Not.Exist);
    }

    private (int ExitCode, string Output) Run(string notebook, params string[] options)
    {
        var before = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            var parsed = HitSongsCommand.Create().Parse(["import", notebook, "--into", _folder.Path, "--rubric", Workplace.Find().Rubric, .. options]);
            Assert.That(parsed.Errors, Is.Empty);
            return (parsed.Invoke(), output.ToString());
        }
        finally
        {
            Console.SetOut(before);
        }
    }
}
