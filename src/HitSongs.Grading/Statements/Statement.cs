using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Statements;

/// <summary>A sentence of the rubric that answers are compared with.</summary>
/// <param name="Terms">In its order.</param>
internal sealed record Statement(string Text, Term[] Terms)
{
    public static Statement Read(string text, Vocabulary vocabulary) => new(text, vocabulary.Learn(AnswerReading.Read(new AnswerText("", text), "")));
}
