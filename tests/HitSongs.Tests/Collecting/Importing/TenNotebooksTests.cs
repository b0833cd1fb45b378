using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Notebooks of ten hands: each has its own way of saying which question is answered, in its own tool.</summary>
internal sealed class TenNotebooksTests
{
    private const string Pile = "Gradients pile up in the grad field of each leaf until somebody clears them.";
    private const string Averages = "Adam keeps two running averages per parameter and divides the one by the root of the other.";
    private const string Back = "pytorch/3-backpropagation";
    private const string Adam = "pytorch/4-adam-and-sgd";

    // The first bytes of a PNG are enough to be kept as one.
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 2];

    [Test]
    public void Headings_of_the_evaluation_itself_are_imported_whole()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text("# Technical Evaluation", "## PyTorch")
            .Text(
                "### 1. What is the difference between a PyTorch tensor and a PyTorch Variable? When would you use one over the other?",
                "A1",
                "### 2. Explain the purpose of the `nn.Module` class in PyTorch.",
                "A2"
            )
            .Text("### 3. How do you perform backpropagation in PyTorch? Explain the use of `torch.no_grad()`.", "A3")
            .Code("loss.backward()")
            .Text(
                "### 4. Explain the difference between the Adam and SGD optimizers.",
                "A4",
                "### 5. What is a computational graph, and how does PyTorch use it for automatic differentiation?",
                "A5"
            )
            .Text(
                "## Hugging Face Transformers",
                "### 1. What are the main components of the `transformers` library?",
                "B1",
                "### 2. Explain the difference between `AutoModel` and `AutoModelForSequenceClassification`.",
                "B2"
            )
            .Text(
                "### 3. What is a tokenizer, and why is it needed?",
                "B3",
                "### 4. How would you fine-tune a pre-trained model on a custom dataset?",
                "B4",
                "### 5. What is the difference between using `Trainer` and writing a custom training loop?",
                "B5"
            )
            .Text(
                "## Coding Exercise: Predict Hit Songs",
                "### 1. Data loading and exploratory data analysis",
                "C1",
                "### 2. Model building",
                "C2",
                "### 3. Feature importance by genre",
                "C3"
            )
            .Text(
                "### 4. Release date analysis",
                "C4",
                "### 5. Ideal values of audio features for hits",
                "C5",
                "### 6. Explanation of approach, challenges and insights",
                "C6",
                "### 7. Submission",
                "C7"
            )
            .Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(
            imported.Files.Values.Select(answer => answer[..2]),
            Is.EqualTo(["C1", "C2", "C3", "C4", "C5", "C6", "C7", "A1", "A2", "A3", "A4", "A5", "B1", "B2", "B3", "B4", "B5"])
        );
        Assert.That(imported.Files.Keys.Select(path => path.Split('/')[3][0]), Is.EqualTo("12345671234512345".ToCharArray()));
    }

    [Test]
    public void A_notebook_of_Colab_keeps_its_code_and_its_chart_with_the_title_as_caption()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Colab)
            .Text("## The backward pass", Pile)
            .Code("#@title Setup\n!pip install -q torch\n%matplotlib inline\nimport torch", "plt.plot(losses)\nplt.title('Loss per step')\nplt.show()")
            .Picture(Png)
            .Import();

        Assert.Multiple(() =>
        {
            Assert.That(imported.Losses(), Is.Empty);
            Assert.That(
                imported.Answer(Back),
                Does.Contain("```python\n#@title Setup\nimport torch\n```").And.Contain("![Loss per step](cell-4.png \"Loss per step\")")
            );
            Assert.That(imported.Pictures["answers/evaluation/pytorch/3-backpropagation/cell-4.png"], Is.EqualTo(Png));
            Assert.That(imported.Texts(), Has.Some.Contains("!pip install -q torch of cell 3").And.Some.Contains("%matplotlib inline of cell 3"));
        });
    }

    [Test]
    public void A_notebook_of_VS_Code_says_the_language_of_each_cell()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text("## The backward pass", Pile)
            .Code(ForeignNotebook.Usings + "Observe(\"loss\", 1.0);")
            .CellMetadata("""{"vscode":{"languageId":"polyglot-notebook"},"polyglot_notebook":{"kernelName":"csharp"}}""")
            .Code("loss.backward()")
            .CellMetadata("""{"vscode":{"languageId":"python"}}""")
            .Import();

        Assert.That(imported.Program(Back), Does.Contain("Observe("));
        Assert.That(imported.Answer(Back), Does.Contain("```python\nloss.backward()"));
    }

    [Test]
    public void A_notebook_with_several_languages_in_one_cell_is_parted()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Polyglot).Text("## The backward pass", Pile)
            .Code("#!fsharp\nlet rate = 0.1\n#!csharp\n#!share --from fsharp rate\n" + ForeignNotebook.Usings + "Observe(\"loss\", 1.0);").Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Program(Back), Does.Contain("Observe(").And.Not.Contain("let rate"));
        Assert.That(imported.Answer(Back), Does.Contain("```fsharp\nlet rate = 0.1"));
    }

    [Test]
    public void Underlined_headings_and_those_in_HTML_with_an_anchor_are_headings()
    {
        var imported = new ForeignNotebook()
            .Text($"The backward pass\n=================\n\n{Pile}", $"<a id=\"adam\"></a>\n<h1>Adam and SGD</h1>\n\n{Averages}")
            .Import();

        Assert.That((imported.Answer(Back).Trim(), imported.Answer(Adam).Trim()), Is.EqualTo((Pile, Averages)));
    }

    [Test]
    public void Questions_that_are_quoted_need_no_heading()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text(
                "> **3.** How do you perform backpropagation in PyTorch? Explain the use of `torch.no_grad()`.",
                Pile,
                $"> **4.** Explain the difference between the Adam and SGD optimizers.\n\n{Averages}"
            )
            .Import();

        Assert.That((imported.Answer(Back).Trim(), imported.Answer(Adam).Trim()), Is.EqualTo((Pile, Averages)));
    }

    [Test]
    public void A_list_of_twenty_questions_in_bold_letters_finds_those_of_the_interview()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text(
                "# 20 PyTorch interview questions",
                "**1. What is PyTorch?**\n\nA library.",
                $"**7. How do you perform backpropagation in PyTorch?**\n\n{Pile}"
            )
            .Import();

        Assert.That(imported.Files.Keys, Is.EqualTo(["answers/interview/01-what-is-pytorch/answer.md", "answers/interview/07-backpropagation/answer.md"]));
    }

    [Test]
    public void A_hand_that_copies_everything_twice_is_kept_once()
    {
        var imported = new ForeignNotebook()
            .Text("## Q3. The backward pass", $"{Pile}\n\nAlways.", "## Q3. The backward pass", $"{Pile}\n\nAlways.")
            .Code(ForeignNotebook.Usings + "Observe(\"loss\", 1.0);", ForeignNotebook.Usings + "Observe(\"loss\", 1.0);")
            .Import();

        Assert.That(imported.Answer(Back).Split("Always.").Length, Is.EqualTo(2));
        Assert.That(imported.Program(Back).Split("Observe(").Length, Is.EqualTo(2));
        Assert.That(imported.Texts().Count(text => text.StartsWith("kept once", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void A_hand_with_a_set_up_cell_and_classes_gets_programs_that_stand_alone()
    {
        var imported = new ForeignNotebook()
            .Code(
                "#r \"nuget: TorchSharp, 0.107.0\"\nusing TorchSharp;\nusing static TorchSharp.torch;\nusing static HitSongs.Demonstrations.Demonstration;",
                "class Scale\n{\n    public double Of(double x) => 2 * x;\n}"
            )
            .Text("## The backward pass", Pile)
            .Code("var x = tensor(3.0).requires_grad_();\nvar y = x * x;\ny.backward();\nx.grad", "Observe(\"loss\", new Scale().Of(y.item<double>()));")
            .Text("## Adam and SGD", Averages)
            .Code("var step = new Scale().Of(0.1);\nstep")
            .Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Program(Adam), Does.Contain("class Scale").And.Contain("Console.WriteLine(step);").And.Not.Contain("requires_grad_"));
    }

    [Test]
    public void A_hand_that_answers_below_the_heading_Answer_and_adds_an_appendix_loses_the_appendix_alone()
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python)
            .Text("## Question 3: The backward pass", "## Answer", Pile, "## Appendix", "Thank you for reading this far.")
            .Import();

        Assert.That(imported.Answer(Back), Does.Contain(Pile).And.Not.Contain("Thank you"));
        Assert.That(imported.Losses(), Has.One.Items.And.One.Contains("not imported: cell 5 (Thank you for reading this far.)"));
    }
}
