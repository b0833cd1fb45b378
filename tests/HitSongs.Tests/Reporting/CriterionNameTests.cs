using HitSongs.Grading.Grades;
using HitSongs.Reporting;
using NUnit.Framework;

namespace HitSongs.Tests.Reporting;

internal sealed class CriterionNameTests
{
    [TestCase("concept", Status.Failed, "gradients accumulate", "Gradients accumulate")]
    [TestCase("misconception", Status.Passed, "eval() does not stop gradients", "Avoided: a contradiction of \u201ceval() does not stop gradients\u201d")]
    [TestCase("misconception", Status.Failed, "eval() does not stop gradients", "Stated: a contradiction of \u201ceval() does not stop gradients\u201d")]
    [TestCase("misconception", Status.Blocked, "eval() does not stop gradients", "eval() does not stop gradients")]
    [TestCase("structure", Status.Passed, "", "The form")]
    public void A_criterion_is_called_by_its_name_and_a_misconception_by_what_became_of_it(string kind, Status status, string name, string shown) =>
        Assert.That(CriterionName.Of(new Score("the-form", kind, status, 0, 1, "", []) { Name = name }), Is.EqualTo(shown));

    [Test]
    public void Beside_a_badge_that_says_avoided_the_name_does_not_say_it_again() =>
        Assert.That(
            CriterionName.BesideBadge(new Score("stops", "misconception", Status.Passed, 1, 1, "", []) { Name = "eval() does not stop gradients" }),
            Is.EqualTo("A contradiction of \u201ceval() does not stop gradients\u201d"));
}
