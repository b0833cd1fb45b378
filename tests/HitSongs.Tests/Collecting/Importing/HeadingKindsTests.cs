using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>What people write above an answer.</summary>
internal sealed class HeadingKindsTests
{
    private const string Pile = "Gradients pile up in the grad field of each leaf until somebody clears them.";
    private const string Averages = "Adam keeps two running averages per parameter and divides the one by the root of the other.";
    private const string Back = "evaluation/pytorch/3-backpropagation";
    private const string Adam = "evaluation/pytorch/4-adam-and-sgd";
    private const string Asked = "How do Adam and SGD differ, and when do you choose which optimizer?";
    private const string AskedBefore = "How do you perform backpropagation in PyTorch, and what is torch.no_grad() good for?";

    [TestCase("## Answer 3 – The backward pass", "## Answer 4 – Adam and SGD")]
    [TestCase("## Answer 3 – ", "## Answer 4 –")]
    [TestCase("## Answer 3", "## Answer 4")]
    [TestCase("## Answer to question 3", "## Answer to question 4")]
    [TestCase("## My answer to Q3", "## My answer to Q4")]
    [TestCase("## Solution 3: The backward pass", "## Solution 4: Adam and SGD")]
    [TestCase("## A3.", "## A4.")]
    [TestCase("Q: " + AskedBefore, "Q: " + Asked)]
    [TestCase("**Q: " + AskedBefore + "**", "**Q: " + Asked + "**")]
    [TestCase("## Q: " + AskedBefore, "## Q: " + Asked)]
    [TestCase("Question: " + AskedBefore, "Question: " + Asked)]
    [TestCase("## Q3.", "## Q4.")]
    [TestCase("## Q.3", "## Q.4")]
    [TestCase("## Q-3", "## Q-4")]
    [TestCase("## Q#3", "## Q#4")]
    [TestCase("## Ques 3", "## Ques 4")]
    [TestCase("## Q 3 of 5", "## Q 4 of 5")]
    [TestCase("## Question 3 of 20", "## Question 4 of 20")]
    [TestCase("## Question 3/20: The backward pass", "## Question 4/20: Adam and SGD")]
    [TestCase("## Question No. 3", "## Question No. 4")]
    [TestCase("## Question number 3", "## Question number 4")]
    [TestCase("## Question three", "## Question four")]
    [TestCase("## Question III", "## Question IV")]
    [TestCase("<h2>Question 3</h2>", "<h2>Question 4</h2>")]
    [TestCase("<h2>The backward pass</h2>", "<h2>Adam and SGD</h2>")]
    [TestCase("<h2 style=\"color:blue\"><b>Q3.</b> The backward pass</h2>", "<h2 style=\"color:blue\"><b>Q4.</b> Adam and SGD</h2>")]
    [TestCase("<div>\n<h3>3) The backward pass</h3>\n</div>", "<div>\n<h3>4) Adam and SGD</h3>\n</div>")]
    [TestCase("<center><h2>The backward pass</h2></center>", "<center><h2>Adam and SGD</h2></center>")]
    [TestCase("<b>3. The backward pass</b>", "<b>4. Adam and SGD</b>")]
    [TestCase("**The backward pass**", "**Adam and SGD**")]
    [TestCase("**Question 3**", "**Question 4**")]
    [TestCase("**Q3.**", "**Q4.**")]
    [TestCase("**Q3. The backward pass**", "**Q4. Adam and SGD**")]
    [TestCase("__3. The backward pass__", "__4. Adam and SGD__")]
    [TestCase("**3. The backward pass:**", "**4. Adam and SGD:**")]
    [TestCase("## 3)", "## 4)")]
    [TestCase("## 3) The backward pass", "## 4) Adam and SGD")]
    [TestCase("3) The backward pass", "4) Adam and SGD")]
    [TestCase("**3)**", "**4)**")]
    [TestCase("## (3)", "## (4)")]
    [TestCase("## [3] The backward pass", "## [4] Adam and SGD")]
    [TestCase("## #3 The backward pass", "## #4 Adam and SGD")]
    [TestCase("## Exercise 3 | The backward pass", "## Exercise 4 | Adam and SGD")]
    [TestCase("## 3 → The backward pass", "## 4 → Adam and SGD")]
    [TestCase("## 03. The backward pass", "## 04. Adam and SGD")]
    [TestCase("### ❓ Question 3", "### ❓ Question 4")]
    public void Each_answer_finds_its_question(string first, string second)
    {
        var parted = new ForeignNotebook(ForeignNotebook.Python).Text("# PyTorch", first, Pile, second, Averages).Import();
        var together = new ForeignNotebook(ForeignNotebook.Python).Text($"# PyTorch\n\n{first}\n\n{Pile}\n\n{second}\n\n{Averages}\n").Import();

        Assert.Multiple(() =>
        {
            foreach (var imported in new[] { parted, together })
            {
                Assert.That(imported.Files.GetValueOrDefault($"answers/{Back}/answer.md")?.Trim(), Is.EqualTo(Pile), string.Join('\n', imported.Texts()));
                Assert.That(imported.Files.GetValueOrDefault($"answers/{Adam}/answer.md")?.Trim(), Is.EqualTo(Averages));
            }
        });
    }

    [TestCase("## Answer 4 –")]
    [TestCase("## Q4.")]
    [TestCase("## 4)")]
    [TestCase("**Question 4**")]
    [TestCase("<h2>Question IV</h2>")]
    public void A_number_without_a_section_is_told_with_the_questions_of_that_number(string heading)
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python).Text(heading, Averages).Import();

        Assert.That(imported.Files, Is.Empty);
        Assert.That(imported.Texts(), Has.Some.Contains("questions of that number are evaluation/pytorch/4-adam-and-sgd, evaluation/transformers/4-"));
    }

    [TestCase("## Question 4 of 20")]
    [TestCase("## Q4/20")]
    public void A_number_of_twenty_is_of_the_section_with_twenty(string heading) =>
        Assert.That(
            new ForeignNotebook(ForeignNotebook.Python).Text(heading, Averages).Import().Files.Keys,
            Is.EqualTo(["answers/interview/04-tensor/answer.md"])
        );

    [TestCase("## Question 3", "## Answer 3")]
    [TestCase("## The backward pass", "### Answer 1")]
    [TestCase("## The backward pass", "### Example 2")]
    [TestCase("**Question 3**", "**Answer:**")]
    public void A_heading_of_the_answer_itself_belongs_to_the_question_above(string question, string answer)
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python).Text("# PyTorch", question, answer, Pile).Import();

        Assert.That(imported.Files.Keys, Is.EqualTo([$"answers/{Back}/answer.md"]), string.Join('\n', imported.Texts()));
        Assert.That(imported.Files.Values.Single(), Does.EndWith(Pile));
    }

    [TestCase("## Question 3", "## Question 9")]
    [TestCase("**Question 3**", "**Question 9**")]
    [TestCase("**Q3.**", "<b>Q9.</b>")]
    public void A_number_that_no_question_has_ends_the_answer_above_and_is_said(string first, string second)
    {
        var imported = new ForeignNotebook(ForeignNotebook.Python).Text("# PyTorch", first, Pile, second, Averages).Import();

        Assert.That(imported.Files.Values.Single().Trim(), Is.EqualTo(Pile));
        Assert.That(imported.Texts(), Has.Some.Contains($"of cell 4 ends the answer to {Back}"));
    }

    // Digits of other scripts are no number of a question, and no fault either.
    [Test]
    public void A_heading_with_a_number_in_another_script_is_told_as_one_of_no_question() =>
        Assert.That(
            new ForeignNotebook(ForeignNotebook.Python).Text("# PyTorch", "## Question \u0663", Pile).Import().Texts(),
            Has.Some.Contains("it stands under no question")
        );

    [Test]
    public void A_total_in_another_script_is_no_part_of_the_number() =>
        Assert.That(
            new ForeignNotebook(ForeignNotebook.Python).Text("# PyTorch", "## Question 3 of \u0662\u0660", Pile).Import().Files.Keys,
            Is.EqualTo([$"answers/{Back}/answer.md"])
        );

    [TestCase("## Passing things backward and forward between friends")]
    [TestCase("<h2>Passing things backward and forward between friends</h2>")]
    [TestCase("**Passing things backward and forward between friends**")]
    public void A_heading_that_is_like_a_question_is_told_with_what_may_be_meant(string heading) =>
        Assert.That(
            new ForeignNotebook(ForeignNotebook.Python).Text(heading, Pile).Import().Texts(),
            Has.Some.Contains($"did you mean {Back} (The backward pass)?")
        );
}
