using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Which question an answer is to: what people write above it.</summary>
internal sealed class FoundQuestionTests
{
    private const string Gradients = "Gradients pile up in the grad field of each leaf until somebody clears them before the next pass.";
    private const string Averages = "Adam keeps two running averages per parameter and divides the one by the root of the other.";

    [TestCase("## The backward pass")]
    [TestCase("## 3. The backward pass")]
    [TestCase("### **Question 3: The backward pass** (10 points)")]
    [TestCase("## The bakward pass", Description = "mistyped")]
    [TestCase("## evaluation/pytorch/3-backpropagation")]
    [TestCase("##The backward pass")]
    [TestCase("The backward pass\n=================")]
    [TestCase("<h2 align=\"center\">3. The backward pass</h2>\n")]
    [TestCase("<a id=\"back\"></a>\n## The backward pass")]
    [TestCase("<a name=\"back\">\n## The backward pass")]
    [TestCase("# PyTorch\n\n## Question 3")]
    [TestCase("# Part A: PyTorch\n\n## Q3")]
    [TestCase("## How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?")]
    [TestCase("> How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?")]
    [TestCase("**3. How do you perform backpropagation in PyTorch? What is torch.no_grad() for?**")]
    [TestCase("3. How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?")]
    public void A_question_is_found_by_its_number_title_id_or_wording(string heading)
    {
        var imported = new ForeignNotebook().Text($"{heading}\n\n{Gradients}").Import();

        Assert.That(imported.Files.Keys, Is.EqualTo(["answers/evaluation/pytorch/3-backpropagation/answer.md"]), string.Join('\n', imported.Texts()));
        Assert.That(imported.Files.Values.Single().Trim(), Is.EqualTo(Gradients));
    }

    [TestCase("## The backward pass\n\n" + Gradients + "\n\n## Adam and SGD\n\n" + Averages)]
    [TestCase("The backward pass\n---\n" + Gradients + "\n\n<h2>Adam and SGD</h2>\n" + Averages)]
    [TestCase("## The backward pass\n" + Gradients + "\n<a id=\"adam\"></a>\n## Adam and SGD\n" + Averages)]
    [TestCase(
        "> How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?\n\n"
            + Gradients
            + "\n\n> How do Adam and SGD differ, and when do you choose which optimizer?\n\n"
            + Averages
    )]
    public void Two_questions_in_one_cell_are_two_answers(string cell)
    {
        var imported = new ForeignNotebook().Text(cell).Import();

        Assert.Multiple(() =>
        {
            Assert.That(imported.Answer("pytorch/3-backpropagation").Trim(), Is.EqualTo(Gradients));
            Assert.That(imported.Answer("pytorch/4-adam-and-sgd").Trim(), Is.EqualTo(Averages));
        });
    }

    [Test]
    public void A_heading_that_is_only_like_a_question_is_told_with_what_may_be_meant()
    {
        var imported = new ForeignNotebook().Text("## Passing things backward and forward between friends", "text").Import();

        Assert.That(imported.Files, Is.Empty);
        Assert.That(imported.Texts(), Has.Some.Contains("did you mean evaluation/pytorch/3-backpropagation (The backward pass)?"));
    }

    [Test]
    public void An_unknown_heading_of_the_same_level_ends_the_answer_and_a_deeper_one_does_not()
    {
        var imported = new ForeignNotebook()
            .Text($"## The backward pass\n\n{Gradients}", "### Optimizers\n\nThey come later.", "## My holidays", "It rained.")
            .Import();

        Assert.That(imported.Answer("pytorch/3-backpropagation"), Does.EndWith("### Optimizers\n\nThey come later."));
        Assert.That(imported.Texts(), Has.Some.Contains("\"My holidays\" of cell 3 ends the answer to evaluation/pytorch/3-backpropagation"));
        Assert.That(imported.Losses(), Has.Some.Contains("not imported: cell 4 (It rained.)"));
    }

    [Test]
    public void An_answer_below_a_heading_Answer_belongs_to_the_question_above() =>
        Assert.That(
            new ForeignNotebook().Text("## Question: The backward pass", "## Answer", Gradients).Import().Answer("pytorch/3-backpropagation"),
            Does.EndWith(Gradients)
        );

    [Test]
    public void A_number_alone_without_a_section_is_told_with_the_questions_of_that_number() =>
        Assert.That(
            new ForeignNotebook().Text("## Question 3", Gradients).Import().Texts(),
            Has.Some.Contains("questions of that number are evaluation/pytorch/3-backpropagation")
        );

    [Test]
    public void A_cell_that_stands_twice_is_kept_once_and_said()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text("## The backward pass", $"{Gradients}\n\nThat is so.", $"{Gradients}\n\nThat is so.")
            .Code("loss = f(x)\nloss.backward()", "loss = f(x)\nloss.backward()")
            .Import();

        Assert.That(imported.Answer("pytorch/3-backpropagation").Split("Gradients pile").Length, Is.EqualTo(2));
        Assert.That(imported.Answer("pytorch/3-backpropagation").Split("loss.backward()").Length, Is.EqualTo(2));
        Assert.That(imported.Texts().Count(text => text.StartsWith("kept once: ", StringComparison.Ordinal)), Is.EqualTo(2));
    }
}
