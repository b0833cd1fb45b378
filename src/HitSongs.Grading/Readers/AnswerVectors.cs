using HitSongs.Grading.Evidence;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Readers;

/// <summary>The passages of an answer, encoded.</summary>
/// <param name="Encoder">The <see cref="IPassageEncoder.Id"/> of what encoded them.</param>
/// <param name="Passages">Each text once, in the answer's order.</param>
public sealed record AnswerVectors(string Encoder, IReadOnlyList<EncodedPassage> Passages)
{
    /// <summary>Encodes what a question's criteria read of an answer; null where they read nothing by vectors.</summary>
    public static AnswerVectors? Of(Question question, AnswerText? answer, IPassageEncoder encoder)
    {
        if (question.Weights is null || answer is null || string.IsNullOrWhiteSpace(answer.Text))
        {
            return null;
        }

        var texts = Excerpts.ExcerptReader.Read(question.Read(answer)).Select(excerpt => excerpt.Text).Distinct(StringComparer.Ordinal).ToList();
        return new AnswerVectors(encoder.Id, [.. encoder.Encode(texts).Select((vector, i) => new EncodedPassage(texts[i], vector))]);
    }
}

/// <summary>A passage of an answer, perhaps with what leads in to it, and its vector.</summary>
public sealed record EncodedPassage(string Text, PassageVector Vector);
