using HitSongs.Grading.Excerpts;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Readers;

/// <summary>The passages of an answer, encoded.</summary>
/// <param name="Encoder">The <see cref="IPassageEncoder.Id"/> of what encoded them.</param>
/// <param name="Passages">Each text once, in the answer's order.</param>
public sealed record AnswerVectors(string Encoder, IReadOnlyList<EncodedPassage> Passages)
{
    /// <summary>Encodes every passage of an answer.</summary>
    internal static AnswerVectors Of(AnswerReading answer, IPassageEncoder encoder)
    {
        var texts = ExcerptReader.Read(answer).Select(excerpt => excerpt.Text).Distinct(StringComparer.Ordinal).ToList();
        return new AnswerVectors(encoder.Id, [.. encoder.Encode(texts).Select((vector, i) => new EncodedPassage(texts[i], vector))]);
    }
}

/// <summary>A passage of an answer, perhaps with what leads in to it, and its vector.</summary>
public sealed record EncodedPassage(string Text, PassageVector Vector);
