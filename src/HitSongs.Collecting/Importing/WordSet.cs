using System.Numerics;
using HitSongs.Grading.Prose;

namespace HitSongs.Collecting.Importing;

/// <summary>The words of a short text, by their stems, each once.</summary>
/// <param name="Letters">For each word the letters that it has, each as a bit: words that differ in many of them need no closer look.</param>
internal sealed record WordSet(List<string> Stems, List<string> Words, List<uint> Letters)
{
    public static WordSet Of(string text)
    {
        var words = Word.AllOf(text).Where(word => !word.IsNumber).DistinctBy(word => word.Stem).ToList();
        return new WordSet(words.ConvertAll(word => word.Stem), words.ConvertAll(word => word.Text), words.ConvertAll(word => LettersOf(word.Text)));
    }

    private static uint LettersOf(string word) => word.Aggregate(0u, (letters, letter) => letters | (1u << (letter % 32)));
}

/// <summary>Words of a text, each with its weight.</summary>
internal sealed record WeighedWords(WordSet Words, IReadOnlyList<double> Weights);

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

    /// <summary>A text's words with their weights, which many other texts may be compared with.</summary>
    public WeighedWords Weigh(WordSet words) => new(words, [.. words.Stems.Zip(words.Words, WeightOf)]);

    /// <summary>The weight of the words that two texts have in common, as a share of all their words' (the harmonic mean of both shares), 0 to 1.</summary>
    public static double Agreement(WeighedWords one, WeighedWords other)
    {
        var first = Shared(one, other.Words);
        var second = first == 0 ? 0 : Shared(other, one.Words);
        return first + second == 0 ? 0 : 2 * first * second / (first + second);
    }

    private double WeightOf(string stem, string word) =>
        FunctionWords.Contains(word) ? OfFunctionWords : Math.Log(1 + (double)known.Count / Counts.GetValueOrDefault(stem, 1));

    private static double Shared(WeighedWords text, WordSet other)
    {
        var (all, shared, words) = (0.0, 0.0, text.Words);
        for (var i = 0; i < words.Stems.Count; i++)
        {
            all += text.Weights[i];
            shared += other.Stems.Contains(words.Stems[i]) || HoldsMistyped(other, words.Words[i], words.Letters[i]) ? text.Weights[i] : 0;
        }

        return all == 0 ? 0 : shared / all;
    }

    private static bool HoldsMistyped(WordSet other, string word, uint letters)
    {
        for (var i = 0; i < other.Words.Count; i++)
        {
            // A letter in the place of another changes by two which letters there are, and two may be wrong.
            if (BitOperations.PopCount(letters ^ other.Letters[i]) <= 4 && IsMistyped(word, other.Words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMistyped(string word, string known)
    {
        var most = known.Length >= LettersForTwo ? 2 : known.Length >= FewestLettersMistyped ? 1 : 0;
        return most > 0 && Math.Abs(word.Length - known.Length) <= most && EditDistance.Between(word, known, most) <= most;
    }
}
