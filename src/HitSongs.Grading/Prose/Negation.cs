namespace HitSongs.Grading;

/// <summary>Whether a term of an answer is denied.</summary>
/// <remarks>
/// A negation reaches four words, not beyond the sentence, a comma, semicolon or colon, nor beyond a word of contrast: "do not accumulate"
/// denies accumulation, "not overwritten but accumulate" does not.
/// </remarks>
internal static class Negation
{
    private const int Reach = 4;

    /// <param name="term">Index of the term's first word.</param>
    public static bool Denies(AnswerReading reading, int term)
    {
        for (var i = term - 1; i >= Math.Max(0, term - Reach); i--)
        {
            var (here, after) = (reading.Tokens[i], reading.Tokens[i + 1]);
            if (after.Word.AfterCut || after.Sentence != here.Sentence || FunctionWords.IsContrast(here.Word.Text))
            {
                return false;
            }

            if (FunctionWords.IsNegator(here.Word.Text) && !FunctionWords.IsSoftener(after.Word.Text))
            {
                return true;
            }
        }

        return false;
    }
}
