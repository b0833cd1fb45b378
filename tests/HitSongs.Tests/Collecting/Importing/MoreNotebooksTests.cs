using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Ten more hands: how people say which question they answer.</summary>
internal sealed class MoreNotebooksTests
{
    private const string Pile = "Gradients pile up in the grad field of each leaf until somebody clears them.";
    private const string Averages = "Adam keeps two running averages per parameter and divides the one by the root of the other.";
    private const string Back = "pytorch/3-backpropagation";
    private const string Adam = "pytorch/4-adam-and-sgd";

    [TestCase("## Q3) The backward pass", "## Q4) Adam and SGD", TestName = "Q and a number")]
    [TestCase("## Question 3: The backward pass", "## Question 4: Adam and SGD", TestName = "Question and a number")]
    [TestCase("# 3\ufe0f\u20e3 The backward pass", "# 4\ufe0f\u20e3 Adam and SGD", TestName = "Numbers in boxes")]
    [TestCase("## \ud83d\udd25 The backward pass \ud83d\udd25", "## Adam and SGD:", TestName = "Pictures and colons")]
    [TestCase("## THE BACKWARD PASS", "## adam and sgd", TestName = "Capitals and none")]
    [TestCase("## <span style=\"color:red\">3. The backward pass</span>", "## **4. Adam and SGD**", TestName = "Coloured and bold")]
    [TestCase("## 1.3 The backward pass", "## 1.4 Adam and SGD", TestName = "Numbers of a chapter")]
    [TestCase("## evaluation/pytorch/3-backpropagation", "## 4-adam-and-sgd", TestName = "Ids")]
    [TestCase("**3. How do you perform backpropagation in PyTorch? Explain the use of `torch.no_grad()`.**", "**4. Explain the difference between the Adam and SGD optimizers.**", TestName = "The wording in bold letters")]
    [TestCase("3. How do you perform backpropagation in PyTorch? Explain the use of `torch.no_grad()`.", "4. Explain the difference between the Adam and SGD optimizers.", TestName = "The wording alone")]
    [TestCase("*How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?*", "*What is the difference between the Adam and SGD optimizers?*", TestName = "The wording in italics")]
    public void Each_answer_finds_its_question(string first, string second)
    {
        var parted = new ForeignNotebook(ForeignNotebook.Python).Text(first, Pile, second, Averages).Import();
        var together = new ForeignNotebook(ForeignNotebook.Python).Text($"{first}\n\n{Pile}\n\n{second}\n\n{Averages}\n").Import();
        var backwards = new ForeignNotebook(ForeignNotebook.Python).Text($"{second}\n\n{Averages}", $"{first}\n\n{Pile}").Import();

        Assert.Multiple(() =>
        {
            foreach (var imported in new[] { parted, together, backwards })
            {
                Assert.That(imported.Files.Count, Is.EqualTo(2), string.Join('\n', imported.Texts()));
                Assert.That(imported.Files.GetValueOrDefault($"answers/evaluation/{Back}/answer.md")?.Trim(), Is.EqualTo(Pile));
                Assert.That(imported.Files.GetValueOrDefault($"answers/evaluation/{Adam}/answer.md")?.Trim(), Is.EqualTo(Averages));
            }
        });
    }

    [Test]
    public void A_picture_in_JPEG_is_kept_as_one()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
        var imported = new ForeignNotebook(ForeignNotebook.Colab).Text("## The backward pass", Pile).Code("plt.plot(x)").Picture(jpeg, "image/jpeg").Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Pictures.Single().Key, Does.EndWith("/cell-3.jpg"));
    }

    [Test]
    public void A_cell_that_was_duplicated_is_kept_once_and_said()
    {
        const string code = "loss = criterion(net(x), y)\nloss.backward()\noptimizer.step()";
        var imported = new ForeignNotebook(ForeignNotebook.Python).Text("## The backward pass", $"{Pile}\n\nTwice.", $"{Pile}\n\nTwice.").Code(code, code).Import();

        Assert.That(imported.Answer(Back).Split("criterion(").Length, Is.EqualTo(2));
        Assert.That(imported.Answer(Back).Split("Twice.").Length, Is.EqualTo(2));
        Assert.That(imported.Texts().Count(text => text.StartsWith("kept once", StringComparison.Ordinal)), Is.EqualTo(2));
    }
}
