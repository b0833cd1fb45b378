namespace HitSongs.Grading.Prose;

/// <summary>A word of the rubric, found in any of its forms and with small typing mistakes.</summary>
internal sealed record PatternWord(string Text, string Stem)
{
    public bool Matches(Word word) =>
        word.Stem == Stem
        || (word.Text[0] == Text[0] && !FunctionWords.Contains(word.Text) && (IsNear(Stem, word.Stem) || IsNear(Text, word.Text)));

    // Two letters may differ only behind the first three: "minimization" is not "maximization".
    private static bool IsNear(string wanted, string seen)
    {
        var limit = wanted.Length < 5 || wanted.Any(char.IsDigit) ? 0 : wanted.Length < 9 ? 1 : 2;
        if (limit == 0 || seen.Length < 4)
        {
            return false;
        }

        var distance = EditDistance.Between(wanted, seen, limit);
        return distance <= 1 ? distance <= limit : distance <= limit && wanted.AsSpan(0, 3).SequenceEqual(seen.AsSpan(0, 3));
    }
}
