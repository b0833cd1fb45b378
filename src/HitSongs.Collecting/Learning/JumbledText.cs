using HitSongs.Grading.Learning;
using HitSongs.Grading.RubricFiles;

namespace HitSongs.Collecting.Learning;

/// <summary>Sentences of the rubric beside the same words in no order: one, two or three in a row, with and without their marks.</summary>
internal static class JumbledText
{
    private const int Pairs = 1500;
    private const int MostInRow = 3;

    // Of few words some order is as good as another.
    private const int FewestWords = 8;

    /// <param name="written">Sentences of the rubric; those of a criterion stand side by side.</param>
    public static IEnumerable<LearningSentence> All(IReadOnlyList<LearningSentence> written)
    {
        // The same sentences in the same disorder. Pairs are numbered from the largest number down, apart from those that are written.
        var random = new Random(written.Count);
        for (var pair = int.MaxValue; pair > int.MaxValue - Pairs; pair--)
        {
            var first = random.Next(written.Count);
            var inRow = written.Skip(first).Take(1 + random.Next(MostInRow)).Select(sentence => sentence.Text);
            var words = string.Join(' ', inRow).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (random.Next(2) == 0)
            {
                words = [.. words.Select(word => word.Trim('.', ',', ';', ':', '!', '?', '"')).Where(word => word.Length > 0)];
            }

            if (words.Length >= FewestWords)
            {
                yield return Of(string.Join(' ', words), false, pair);
                random.Shuffle(words);
                yield return Of(string.Join(' ', words), true, pair);
            }
        }
    }

    private static LearningSentence Of(string text, bool isRight, int pair) => new(ScopeLearning.Question, ScopeFile.Jumbled, text, isRight, pair, false);
}
