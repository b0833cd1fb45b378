using HitSongs.Grading.Prose;

namespace HitSongs.Collecting.Importing;

/// <summary>The words of a short text, by their stems, each once.</summary>
internal sealed record WordSet(IReadOnlyList<string> Stems, IReadOnlyList<string> Words)
{
    public static WordSet Of(string text)
    {
        var words = Word.AllOf(text).Where(word => !word.IsNumber).DistinctBy(word => word.Stem).ToList();
        return new WordSet(words.ConvertAll(word => word.Stem), words.ConvertAll(word => word.Text));
    }
}

/// <summary>Weights of words: one that every question has tells little.</summary>
/// <param name="questions">The stems of each question.</param>
internal sealed class WordWeights(IEnumerable<IEnumerable<string>> questions)
{
    private const int FewestLettersMistyped = 5;
    private const int LettersForTwo = 9;

    // Small words tell little, however few questions have them.
    private const double OfFunctionWords = 0.3;

    private readonly IReadOnlyList<IReadOnlyList<string>> known = [.. questions.Select(stems => stems.Distinct(StringComparer.Ordinal).ToList())];

    private IReadOnlyDictionary<string, int>? counts;

    private IReadOnlyDictionary<string, int> Counts =>
        counts ??= known.SelectMany(stems => stems).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);

    /// <summary>The weight of the words that two texts have in common, as a share of all their words' (the harmonic mean of both shares), 0 to 1.</summary>
    public double Agreement(WordSet one, WordSet other)
    {
        var (first, second) = (Shared(one, other), Shared(other, one));
        return first + second == 0 ? 0 : 2 * first * second / (first + second);
    }

    private double Shared(WordSet text, WordSet other)
    {
        var (all, shared) = (0.0, 0.0);
        for (var i = 0; i < text.Stems.Count; i++)
        {
            var weight = FunctionWords.Contains(text.Words[i])
                ? OfFunctionWords
                : Math.Log(1 + (double)known.Count / Counts.GetValueOrDefault(text.Stems[i], 1));
            all += weight;
            shared += other.Stems.Contains(text.Stems[i]) || other.Words.Any(word => IsMistyped(text.Words[i], word)) ? weight : 0;
        }

        return all == 0 ? 0 : shared / all;
    }

    private static bool IsMistyped(string word, string known)
    {
        var most = known.Length >= LettersForTwo ? 2 : known.Length >= FewestLettersMistyped ? 1 : 0;
        return most > 0 && Math.Abs(word.Length - known.Length) <= most && EditDistance.Between(word, known, most) <= most;
    }
}
