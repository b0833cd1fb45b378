using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Samples;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>Every question of the rubric against texts that are made to earn points without knowledge.</summary>
public sealed class AttackSuiteTests
{
    private const double Little = 0.2;

    private static readonly string Folder = Path.Combine(Repository.Root, "rubric");
    private static readonly Lazy<Rubric> Rubric = new(() => RubricFolder.Read(Folder));
    private static readonly Lazy<List<AttackReview>> Reviews = new(() => [.. AttackReview.All(Folder, Rubric.Value, Repository.Encoder)]);

    [Test]
    public void Attacks_earn_at_most_a_fifth_of_the_points_in_95_of_100_cases()
    {
        foreach (var attack in Reviews.Value.GroupBy(review => review.Attack.Name, StringComparer.Ordinal))
        {
            TestContext.Out.WriteLine(
                $"{attack.Key,-28} {attack.Count(),4} texts, mean {attack.Average(review => review.Share):P0}, at most 20 %: "
                    + $"{attack.Count(review => review.Share <= Little) / (double)attack.Count():P0}"
            );
        }

        var bounded = Reviews.Value.Where(review => review.Attack.IsBounded).ToList();
        Assert.That(bounded.Count(review => review.Share <= Little), Is.GreaterThanOrEqualTo(0.95 * bounded.Count).And.GreaterThan(100));
    }

    [TestCase("lorem ipsum")]
    [TestCase("glossary")]
    [TestCase("keywords as a list")]
    [TestCase("dump of all answers")]
    [TestCase("keywords joined by glue")]
    public void Text_that_holds_no_sentences_of_its_own_earns_nothing(string attack) =>
        Assert.That(Reviews.Value.Where(review => review.Attack.Name == attack).Select(review => review.Share), Is.Not.Empty.And.All.Zero);

    // Measured: 11 % at most, of a question whose prompt says a part of the answer.
    [Test]
    public void The_question_s_own_words_earn_little() =>
        Assert.That(
            Reviews.Value.Where(review => review.Attack.Name == "question echoed").Select(review => review.Share),
            Is.Not.Empty.And.All.LessThan(Little)
        );

    // Measured: 3 % of the points on average. Words in no order are told by small words that cannot follow one another; a few texts have none of these.
    [Test]
    public void Words_in_no_order_earn_little_on_average() =>
        Assert.That(Reviews.Value.Where(review => review.Attack.Name == "shuffled words").Average(review => review.Share), Is.LessThan(0.06));

    // Measured: 45 and 10 % of the points. An answer that denies in every sentence may be right: "it does not overwrite, it adds". What is read by
    // vectors is judged by what it says.
    [TestCase("every sentence negated", 0.5)]
    [TestCase("halves swapped", 0.3)]
    public void Text_that_is_wrong_as_a_whole_earns_little(string attack, double most) =>
        Assert.That(Reviews.Value.Where(review => review.Attack.Name == attack).Average(review => review.Share), Is.LessThan(most));

    // Measured: 15 % of the points, most of it for the length.
    [Test]
    public void Text_about_something_else_earns_little_with_the_words_of_the_question()
    {
        var shares = SamplesOf("off-topic").Select(pair => SampleReview.Of(pair.Question, pair.Sample, Repository.Encoder).RubricShare).ToList();

        Assert.That(shares, Has.Count.GreaterThan(10));
        Assert.That(shares.Average(), Is.LessThan(Little));
    }

    [Test]
    public void Good_answers_pass_the_gates()
    {
        var samples = SamplesOf("good").ToList();
        var stopped = samples
            .Where(pair =>
                ProseMarks
                    .Of(pair.Question with { Weights = null }, pair.Sample.Answer)
                    .Any(score => score.Feedback.Contains("hand it in again", StringComparison.Ordinal))
            )
            .Select(pair => pair.Sample.Id)
            .ToList();

        Assert.Multiple(() =>
        {
            Assert.That(samples, Has.Count.GreaterThan(40));
            Assert.That(stopped, Has.Count.LessThanOrEqualTo(samples.Count / 100), string.Join(", ", stopped));
        });
    }

    private static IEnumerable<(Question Question, Sample Sample)> SamplesOf(string kind) =>
        from question in Rubric.Value.Questions
        let file = Path.Combine(Folder, question.Id + SampleFile.Extension)
        where File.Exists(file)
        from sample in SampleFile.Read(file, question, file)
        where sample.Kind == kind && !sample.IsHeldOut
        select (question, sample);
}
