namespace HitSongs.Grading;

/// <summary>A sentence of the rubric that answers are compared with.</summary>
/// <param name="Terms">Each once, in its order.</param>
internal sealed record Statement(string Text, IReadOnlyList<Term> Terms)
{
    public static Statement Read(string text, Vocabulary vocabulary)
    {
        var reading = AnswerReading.Read(new AnswerText("", text), "");
        return new Statement(text, [.. vocabulary.Learn(reading).DistinctBy(term => term.Id)]);
    }
}
