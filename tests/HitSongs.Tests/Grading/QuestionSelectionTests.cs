using HitSongs.Grading.Rubrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

internal sealed class QuestionSelectionTests
{
    private static readonly string[] Known =
    [
        "evaluation/pytorch/1-tensor-and-variable",
        "evaluation/pytorch/3-backpropagation",
        "evaluation/transformers/1-components",
        "primer/interview-autograd",
        "primer/interview-tokenizer",
        "interview/06-autograd",
        "interview/14-tensor-and-parameter",
    ];

    [TestCase("evaluation/pytorch/3-backpropagation", 1, TestName = "An_id_is_its_question")]
    [TestCase("evaluation/pytorch", 0, 1, TestName = "A_section_is_all_of_its_questions")]
    [TestCase("evaluation", 0, 1, 2, TestName = "A_set_is_the_questions_of_all_its_sections")]
    [TestCase("3-backpropagation", 1, TestName = "The_end_of_an_id_is_its_question")]
    [TestCase("evaluation/pytorch/3", 1, TestName = "A_number_within_a_section_is_its_question")]
    [TestCase("primer/interview", 3, 4, TestName = "A_prefix_is_all_that_begin_so")]
    [TestCase("interview", 5, 6, TestName = "A_section_is_not_taken_for_a_word_within_other_ids")]
    [TestCase("answers/evaluation/pytorch/", 0, 1, TestName = "A_folder_as_a_shell_completes_it_is_its_questions")]
    [TestCase("./answers/evaluation/pytorch/3-backpropagation", 1, TestName = "A_path_from_here_is_its_question")]
    public void Selection(string asked, params int[] expected) =>
        Assert.That(QuestionSelection.Of([asked], Known), Is.EqualTo(expected.Select(i => Known[i])));

    [Test]
    public void What_is_asked_for_twice_comes_once_and_in_the_order_of_the_rubric() =>
        Assert.That(
            QuestionSelection.Of(["interview/06-autograd", "evaluation/pytorch", "1-tensor-and-variable"], Known),
            Is.EqualTo(new[] { Known[0], Known[1], Known[5] })
        );

    [TestCase("evaluation/pytorch/3-backpropogation", "evaluation/pytorch/3-backpropagation", TestName = "A_mistyped_id_is_told_the_id_that_was_meant")]
    [TestCase("evaluation/pytroch", "evaluation/pytorch", TestName = "A_mistyped_section_is_told_the_section")]
    [TestCase("backpropagation", "3-backpropagation", TestName = "An_id_without_its_number_is_told_with_it")]
    [TestCase("Evaluation/PyTorch/3-Backpropagation", "evaluation/pytorch/3-backpropagation", TestName = "Another_case_is_told_the_right_one")]
    [TestCase("propagation", "evaluation/pytorch/3-backpropagation", TestName = "A_word_of_an_id_is_told_the_id")]
    public void Suggestion(string asked, string meant) =>
        Assert.That(
            () => QuestionSelection.Of([asked], Known),
            Throws.TypeOf<UsageException>().With.Message.EqualTo($"there is no question {asked}; did you mean {meant}?")
        );

    [TestCase("cooking")]
    [TestCase("/")]
    public void What_is_like_nothing_is_told_the_sections_in_one_line(string asked) =>
        Assert.That(
            () => QuestionSelection.Of([asked], Known),
            Throws.TypeOf<UsageException>().With.Message.EqualTo(
                $"there is no question {asked}; sections are evaluation/pytorch, evaluation/transformers, primer, interview, "
                    + "and answers/ has a folder for each question"
            )
        );
}
