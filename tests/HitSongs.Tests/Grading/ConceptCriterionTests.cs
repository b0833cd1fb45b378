using HitSongs.Grading.Grades;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class ConceptCriterionTests
{
    private static string Concept(string match, string more = "") =>
        $"""
          - id: idea
            kind: concept
            points: 2
            name: The idea
            missing: Say what happens to the derivative.
            match: {match}
            {more}
        """;

    private static Status StatusOf(string match, string answer, string more = "") => Situation.Grade(Concept(match, more), answer).Status;

    private const string Accumulate = "{near: [gradient, accumulate], within: 8}";

    [TestCase("The gradients accumulate over the calls.")]
    [TestCase("What the gradient does is to accumulate.")]
    [TestCase("A gradient is accumulated in the buffer.")]
    [TestCase("It is about accumulation of each gradient.")]
    [TestCase("The gradients **accumulate** over the `calls`.")]
    [TestCase("They are not overwritten but the gradients accumulate.")]
    [TestCase("Gradients are not overwritten **but** accumulate.")]
    [TestCase("Gradients are not overwritten, they accumulate.")]
    [TestCase("Gradients do not only accumulate, they can also explode.")]
    [TestCase("Gradients don't vanish; instead they accumulate.")]
    [TestCase("# Answer\n\nFirst a word.\n\n- The gradients\n  accumulate there.")]
    public void What_is_said_in_any_form_passes(string answer) => Assert.That(StatusOf(Accumulate, answer), Is.EqualTo(Status.Passed));

    [TestCase("The gradients do **not** accumulate over the calls.")]
    [TestCase("The gradients don't accumulate over the calls.")]
    [TestCase("The gradients never really accumulate.")]
    [TestCase("The gradients cannot be accumulated.")]
    [TestCase("No gradient ever comes to accumulate.")]
    [TestCase("The gradient does not call buffer.accumulate() here.")]
    public void What_is_denied_fails_and_the_line_is_named(string answer)
    {
        var score = Situation.Grade(Concept(Accumulate), "Some words first.\n\n" + answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.StartWith("Line 3 denies").And.Contain("Say what happens"));
            Assert.That(score.Evidence.Single().Line, Is.EqualTo(3));
        });
    }

    [Test]
    public void What_is_denied_passes_where_the_rubric_ignores_negation() =>
        Assert.That(StatusOf(Accumulate, "The gradients do not accumulate.", "negation: ignore"), Is.EqualTo(Status.Passed));

    [TestCase("The gradient is large. It was a long way that we went from there to here, and only then did it accumulate.")]
    [TestCase("The gradient.\n\nIt does accumulate.")]
    public void Terms_too_far_apart_or_in_other_paragraphs_are_not_near(string answer) => Assert.That(StatusOf(Accumulate, answer), Is.EqualTo(Status.Failed));

    [TestCase("The gradiant is here.", Status.Passed, Description = "one letter of eight")]
    [TestCase("The gradeint is here.", Status.Passed, Description = "two neighbours swapped")]
    [TestCase("The gradiamt is here.", Status.Failed, Description = "two letters of eight")]
    [TestCase("The radient is here.", Status.Failed, Description = "the first letter is never forgiven")]
    public void A_long_word_may_have_one_mistake(string answer, Status expected) => Assert.That(StatusOf("gradient", answer), Is.EqualTo(expected));

    [TestCase("lose", Status.Failed)]
    [TestCase("loss", Status.Passed)]
    public void A_short_word_may_have_none(string word, Status expected) => Assert.That(StatusOf("loss", $"It is the {word} of it."), Is.EqualTo(expected));

    [Test]
    public void From_nine_letters_on_a_word_may_have_two_mistakes_but_its_opposite_is_another_word() =>
        Assert.Multiple(() =>
        {
            Assert.That(StatusOf("backpropagation", "It is backproppagaton that does it."), Is.EqualTo(Status.Passed));
            Assert.That(StatusOf("minimization", "It is the maximization of it."), Is.EqualTo(Status.Failed));
            Assert.That(StatusOf("encoder", "It is the decoder of it."), Is.EqualTo(Status.Failed));
        });

    [TestCase("It calls zero_grad, then backward and then step.", Status.Passed)]
    [TestCase("- First it calls `optimizer.zero_grad()`.\n- Then it calls `loss.backward()`.\n- At last it calls `optimizer.step()`.", Status.Passed)]
    [TestCase("It calls step, then backward and then zero_grad.", Status.Failed)]
    public void Ordered_terms_must_stand_in_their_order(string answer, Status expected) =>
        Assert.That(StatusOf("{ordered: [zero_grad, backward, step]}", answer), Is.EqualTo(expected));

    [TestCase("It is gradient descent.", Status.Failed)]
    [TestCase("The gradient is there for gradient descent.", Status.Passed)]
    public void Ordered_terms_do_not_share_words(string answer, Status expected) =>
        Assert.That(StatusOf("{ordered: [gradient, gradient descent]}", answer), Is.EqualTo(expected));

    [TestCase("gradients? .*accumulate", "The gradients that we have here do not accumulate.", Status.Failed, Description = "denied at its end")]
    [TestCase("gradients? .*accumulate", "The gradients that we have here accumulate.", Status.Passed)]
    [TestCase("does not .*vanish", "It does not ever vanish.", Status.Passed, Description = "the negation is part of what is looked for")]
    public void A_regular_expression_may_be_denied_at_either_end(string regex, string answer, Status expected) =>
        Assert.That(StatusOf($"{{regex: '{regex}'}}", answer), Is.EqualTo(expected));

    [Test]
    public void Sums_of_money_are_no_formula() =>
        Assert.That(StatusOf("accumulate", "It takes $5 to accumulate them and $6 to do more."), Is.EqualTo(Status.Passed));

    [TestCase("It uses the chain rule.", Status.Passed)]
    [TestCase("It uses a rule of the chain.", Status.Failed)]
    public void A_phrase_is_words_that_follow_one_another(string answer, Status expected) => Assert.That(StatusOf("chain rule", answer), Is.EqualTo(expected));

    [TestCase("It goes in reverse mode.", Status.Passed)]
    [TestCase("It is a chain-rule.", Status.Passed)]
    [TestCase("It is a chain rules thing.", Status.Failed)]
    [TestCase("It is nothing.", Status.Failed)]
    public void Any_of_several_is_enough(string answer, Status expected) =>
        Assert.That(StatusOf("{any: [reverse mode, {regex: 'chain[- ]rule\\b'}]}", answer), Is.EqualTo(expected));

    [Test]
    public void All_of_several_are_needed_and_each_is_quoted()
    {
        var criterion = Concept("{all: [scalar, {words: leaf}]}");

        Assert.Multiple(() =>
        {
            Assert.That(Situation.Grade(criterion, "It needs a scalar.").Status, Is.EqualTo(Status.Failed));
            var score = Situation.Grade(criterion, "It needs a scalar.\n\nIt ends at a leaf.");
            Assert.That(score.Status, Is.EqualTo(Status.Passed));
            Assert.That(score.Evidence.Select(quote => (quote.Line, quote.Quote)), Is.EqualTo(new[] { (1, "It needs a scalar."), (3, "It ends at a leaf.") }));
        });
    }

    [TestCase("They add up in it.", Status.Passed)]
    [TestCase("They are summed in it.", Status.Passed)]
    [TestCase("They accumulate in it.", Status.Passed)]
    [TestCase("They add in it.", Status.Failed)]
    public void A_synonym_stands_for_its_word(string answer, Status expected)
    {
        var rubric = Situation.RubricOf(Concept("accumulate in"), "synonyms: {accumulate: [add up, sum]}");

        Assert.That(Grader.Grade(rubric, Situation.Answered(answer)).Only().Status, Is.EqualTo(expected));
    }

    [TestCase("```\nthe gradients accumulate\n```\n\nNo words to it.", Description = "code")]
    [TestCase("$the gradients accumulate$ is all.", Description = "formula")]
    [TestCase("<!-- the gradients accumulate --> is all.", Description = "comment")]
    [TestCase("<div title='the gradients accumulate'>is all</div>", Description = "HTML")]
    [TestCase("---\nnote: the gradients accumulate\n---\n\nIt is all.", Description = "front matter")]
    [TestCase("| the gradients | accumulate |\n| --- | --- |\n", Description = "table")]
    [TestCase("- [ ] a) the gradients accumulate", Description = "task list")]
    public void Code_formulas_tables_and_HTML_are_not_read(string answer) => Assert.That(StatusOf(Accumulate, answer), Is.EqualTo(Status.Failed));

    [Test]
    public void Words_copied_from_the_question_are_not_read_and_the_author_is_told()
    {
        var score = Situation.Grade(Concept("derivative of a tensor"), "It says what a call of the method does to the derivative of a tensor in my view.");

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain("words copied from the question (from line 1)"));
        });
    }

    [Test]
    public void Notes_without_small_words_are_read()
    {
        var notes = "gradients: never reset automatically; 2nd backward() = new values added onto old ones, 3rd likewise; zero_grad() clears";
        var score = Situation.Grade(Concept("accumulate"), $"This is my answer to it.\n\n- {notes}");

        Assert.That(score.Feedback, Does.Not.Contain("Not read"));
    }

    [TestCase("Backward, gradient, accumulate, tensor, leaf, graph, buffer, scalar, loss.")]
    [TestCase("- Backward\n- Gradient\n- Accumulate\n- Tensor\n- Leaf\n- Graph\n- Buffer\n- Scalar")]
    public void A_bare_list_of_terms_is_not_read(string answer)
    {
        var score = Situation.Grade(Concept("accumulate"), "This is my answer to it.\n\n" + answer);

        Assert.Multiple(() =>
        {
            Assert.That(score.Status, Is.EqualTo(Status.Failed));
            Assert.That(score.Feedback, Does.Contain("bare lists of terms (from line 3)"));
        });
    }

    [Test]
    public void Text_that_does_not_read_as_sentences_is_to_be_rewritten()
    {
        const string answer =
            "Gradients accumulate. Backward pass computes derivatives. Leaf tensors hold buffers. Graph nodes record operations. Loss tensor starts "
                + "everything. Optimizer step uses sums.";

        Assert.That(Situation.Grade(Concept("accumulate"), answer).Feedback, Does.Contain("does not read as sentences").And.Contain("Rewrite"));
    }

    [Test]
    public void Feedback_on_a_missing_idea_asks_and_does_not_name_the_idea() =>
        Assert.That(
            Situation.Grade(Concept("accumulate"), "It is nothing.").Feedback,
            Is.EqualTo("Not found in the answer. Say what happens to the derivative.")
        );

    [Test]
    public void Where_it_was_found_is_quoted_with_the_line_of_the_file()
    {
        var score = Situation.Grade(Concept("accumulate"), "---\ndata: x\n---\n\n# Title\n\nSome words\nover two lines. Here they accumulate! And more.");

        Assert.That(score.Evidence.Single(), Is.EqualTo(new EvidenceQuote(Situation.AnswerFile, 8, "Here they accumulate!")));
    }

    [Test]
    public void An_abbreviation_does_not_end_the_quoted_sentence() =>
        Assert.That(
            Situation.Grade(Concept("accumulate"), "First this. Buffers, e.g. those of leaves vs. others, accumulate. Then that.").Evidence.Single().Quote,
            Is.EqualTo("Buffers, e.g. those of leaves vs. others, accumulate."));

    [Test]
    public void A_regular_expression_that_would_try_every_way_through_the_text_is_found_missing() =>
        Assert.That(Situation.Grade(Concept("{regex: '(a+)+$'}"), $"It is {new string('a', 5000)}!").Status, Is.EqualTo(Status.Failed));
}
