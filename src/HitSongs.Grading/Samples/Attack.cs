using HitSongs.Grading.Criteria;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Samples;

/// <summary>A text that is to earn points without knowledge.</summary>
/// <param name="Name">How it was made, such as "shuffled words".</param>
/// <param name="IsBounded">Whether it must earn little; the others are measured only.</param>
public sealed record Attack(string Name, string Text, bool IsBounded)
{
    private const string Lorem =
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua. Ut enim ad minim "
            + "veniam, quis nostrud exercitation ullamco laboris nisi ut aliquip ex ea commodo consequat.";
    private const string Glossary =
        "tensor, gradient, loss, optimizer, backward, forward, graph, autograd, layer, module, parameter, weight, batch, epoch, learning rate, momentum, "
            + "tokenizer, model, head, pipeline, trainer, checkpoint, dropout, softmax, logits, embedding, attention, encoder, baseline, metric";
    private const string Vague =
        "It is done in this way because the program needs it, and without it the result would not be what one wants to have in the end.";

    private static readonly string[] Glue = ["of the", "is a", "and the", "with the", "to be", "in the", "for a", "by the"];

    /// <param name="question">The question that is attacked.</param>
    /// <param name="good">A good answer to it.</param>
    /// <param name="others">Good answers to other questions.</param>
    public static IEnumerable<Attack> On(Question question, string good, IReadOnlyList<string> others)
    {
        var words = good.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var keywords = Word.AllOf(good).Where(word => !FunctionWords.Contains(word.Text)).Select(word => word.Text).Distinct(StringComparer.Ordinal).ToList();
        var sentences = SentencesOf(good);
        var half = words.Length / 2;
        yield return new("question echoed", question.Prompt, true);
        yield return new("lorem ipsum", Lorem, true);
        yield return new("glossary", Glossary, true);
        yield return new("keywords as a list", string.Join(", ", keywords), true);
        yield return new("vague words and keywords", $"{Vague}\n\n{string.Join(", ", keywords)}", true);
        yield return new("vague words repeated", string.Join(' ', Enumerable.Repeat(Vague, 6)), true);
        yield return new("shuffled words", string.Join(' ', Shuffled(words)), true);
        yield return new("answer to another question", others.Count > 0 ? others[0] : Lorem, true);
        yield return new("dump of all answers", string.Join("\n\n", others.Append(good)), true);
        yield return new("keywords joined by glue", string.Join(' ', keywords.Index().Select(k => $"{k.Item} {Glue[k.Index % Glue.Length]}")) + " end.", false);
        yield return new("halves swapped", string.Join(' ', [.. words[half..], .. words[..half]]), false);
        yield return new("every sentence negated", string.Join(' ', sentences.Select(Negated)), false);
        foreach (
            var attack in StanceAttack
                .On(sentences, [.. question.Criteria.OfType<ConceptCriterion>().Select(concept => concept.Name)])
                .Concat(RoleAttack.On(sentences))
        )
        {
            // Prose that is read by words is not proof against these.
            yield return attack with { IsBounded = false };
        }
    }

    private static List<string> SentencesOf(string text) => [.. AnswerReading.Read(new AnswerText("", text), "").Sentences.Select(sentence => sentence.Text)];

    // After the first form of to be or to do, or else in front.
    private static string Negated(string sentence)
    {
        var words = sentence.Split(' ');
        var verb = Array.FindIndex(words, word => word is "is" or "are" or "was" or "were" or "can" or "does" or "do" or "has" or "have" or "will");
        return verb >= 0 ? string.Join(' ', [.. words[..(verb + 1)], "not", .. words[(verb + 1)..]]) : $"It is not true that {sentence}";
    }

    // The same for the same words: a linear congruential generator, seeded by their number.
    private static string[] Shuffled(string[] words)
    {
        var shuffled = words.ToArray();
        var state = (uint)words.Length;
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            state = (state * 1664525) + 1013904223;
            var j = (int)((state >> 8) % (uint)(i + 1));
            (shuffled[i], shuffled[j]) = (shuffled[j], shuffled[i]);
        }

        return shuffled;
    }
}
