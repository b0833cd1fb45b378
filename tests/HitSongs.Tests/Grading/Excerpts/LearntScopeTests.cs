using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;
using NUnit.Framework;

namespace HitSongs.Tests.Grading.Excerpts;

/// <summary>What is learnt of scope decides beside turns of phrase; here it is told for each passage.</summary>
public sealed class LearntScopeTests
{
    private const string Fact = "The gradients add up.";

    private static readonly ScopeReading Stated = new(-8, -8, -8, -8);

    [Test]
    public void A_sentence_that_its_author_does_not_state_is_not_stated() =>
        Assert.That(
            ScopesOf($"Dear reader, dream with me that the gradients add up. {Fact}", "Dear", Stated with { Unstated = 8 }),
            Is.EqualTo(new[] { Scope.NotStated, Scope.Stated })
        );

    [Test]
    public void Words_in_no_order_state_nothing() =>
        Assert.That(
            ScopesOf($"Up the gradients there add what is to. {Fact}", "Up", Stated with { Jumbled = 8 }),
            Is.EqualTo(new[] { Scope.NotStated, Scope.Stated })
        );

    [Test]
    public void A_sentence_that_may_or_may_not_be_stated_counts() =>
        Assert.That(ScopesOf($"Dear reader, {Fact}", "Dear", Stated with { Unstated = 1 }), Is.EqualTo(new[] { Scope.Stated }));

    [Test]
    public void A_turn_of_phrase_that_means_nothing_of_the_kind_costs_nothing()
    {
        var answer = $"Ideally one thinks of a sum. {Fact}";
        Assert.Multiple(() =>
        {
            Assert.That(ScopesOf(answer, "nothing", Stated), Is.EqualTo(new[] { Scope.Stated, Scope.Stated }));
            Assert.That(ScopesOf(answer, "Ideally", Stated with { Unstated = -1 }), Is.EqualTo(new[] { Scope.NotStated, Scope.Stated }));
        });
    }

    [Test]
    public void A_question_states_nothing_whatever_was_learnt() =>
        Assert.That(ScopesOf("Do the gradients add up?", "nothing", Stated), Is.EqualTo(new[] { Scope.NotStated }));

    [Test]
    public void What_is_taken_back_behind_does_not_count() =>
        Assert.That(
            ScopesOf($"Nothing is lost here at all. {Fact} Into the bin with it.", "Into", Stated with { RejectsBefore = 8 }),
            Is.EqualTo(new[] { Scope.Stated, Scope.Rejected, Scope.Stated })
        );

    [Test]
    public void All_that_stands_before_is_taken_back_where_all_is_named() =>
        Assert.That(
            ScopesOf($"Memory is kept for it. {Fact} Into the bin with everything.", "Into", Stated with { RejectsBefore = 8 }),
            Is.EqualTo(new[] { Scope.Rejected, Scope.Rejected, Scope.NotStated })
        );

    [Test]
    public void What_is_announced_as_wrong_does_not_count() =>
        Assert.That(
            ScopesOf($"Enjoy my collection of blunders. {Fact} Memory is kept for it.", "Enjoy", Stated with { RejectsAfter = 8 }),
            Is.EqualTo(new[] { Scope.Stated, Scope.Rejected, Scope.Rejected })
        );

    [Test]
    public void The_passages_are_the_same_whatever_was_learnt([Values(-8, 8)] double unstated, [Values(-8, 8)] double before, [Values(-8, 8)] double after, [Values(-8, 8)] double jumbled)
    {
        var answer = AnswerReading.Read(
            new AnswerText(
                "answer.md",
                "I used to think that they vanish, but now I know that they add up. Many say otherwise. It adds up, or so they say. Why? Because nothing is "
                    + "cleared, and each call adds to what is there, as the engine never overwrites a sum.\n\n- It stays\n  - until it is cleared"
            ),
            ""
        );
        var encoded = ExcerptReader.Read(answer).Select(excerpt => excerpt.Text).ToHashSet(StringComparer.Ordinal);
        Assert.That(ExcerptReader.Read(answer, _ => new ScopeReading(unstated, before, after, jumbled)).Select(excerpt => excerpt.Text), Is.SubsetOf(encoded));
    }

    // Of the first passage of each sentence.
    private static Scope[] ScopesOf(string answer, string start, ScopeReading reading) =>
        [
            .. ExcerptReader
                .Read(
                    AnswerReading.Read(new AnswerText("answer.md", answer), ""),
                    text => text.StartsWith(start, StringComparison.Ordinal) ? reading : Stated
                )
                .GroupBy(excerpt => excerpt.Unit)
                .Select(unit => unit.First().Scope),
        ];
}
