using HitSongs.Grading.Learning;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Learning;

/// <summary>Training sentences for what an author does with a sentence: each frame around several sentences of the rubric, beside a counterframe
/// around the same; and what authors of marked answers state in their own words.</summary>
internal static class ScopeLearning
{
    /// <summary>Question id of these sentences, which is none of the rubric's.</summary>
    public const string Question = "scope";

    private const int SentencesOfFrame = 10;
    private const int RepeatsOfExample = 3;
    private const int LongestFramed = 200;
    private const int MostWordsOfRejection = 24;

    /// <param name="folder">The rubric's folder.</param>
    /// <param name="written">What the frames are put around.</param>
    public static IEnumerable<LearningSentence> All(string folder, Rubric rubric, IReadOnlyList<LearningSentence> written) =>
        ScopeFile.Digest(folder) is null
            ? []
            : [.. OfFrames(folder, written), .. OfSamples(folder, rubric), .. JumbledText.All(written)];

    private static IEnumerable<LearningSentence> OfSamples(string folder, Rubric rubric) =>
        from question in rubric.Questions
        where question.SameAs is null
        from text in SampleSentences.StatedBeside(question, Path.Combine(folder, question.Id + ".yaml"))
        from kind in ScopeFile.Kinds
        where kind == ScopeFile.Unstated || text.Split(' ').Length <= MostWordsOfRejection
        select Of(kind, text, false, null);

    private static IEnumerable<LearningSentence> OfFrames(string folder, IReadOnlyList<LearningSentence> written)
    {
        var sentences = ScopeFile.Read(folder);
        var framed = written.Where(sentence => sentence.Text.Length <= LongestFramed).ToList();
        var pair = written.Max(sentence => sentence.Pair) ?? 0;

        // The same sentences in the same frames.
        var random = new Random(framed.Count);
        foreach (var kind in sentences.GroupBy(sentence => sentence.Kind, StringComparer.Ordinal))
        {
            var counterframes = kind.Where(sentence => sentence is { IsFrame: true, IsRight: false }).ToList();
            foreach (var frame in kind.Where(sentence => sentence is { IsFrame: true, IsRight: true }))
            {
                for (var i = 0; i < SentencesOfFrame; i++)
                {
                    var text = framed[random.Next(framed.Count)].Text;
                    pair++;
                    yield return Of(kind.Key, frame.Around(text), true, pair);
                    yield return Of(kind.Key, counterframes[random.Next(counterframes.Count)].Around(text), false, pair);
                }
            }

            foreach (var sentence in kind.Where(sentence => !sentence.IsFrame))
            {
                for (var i = 0; i < RepeatsOfExample; i++)
                {
                    yield return Of(kind.Key, sentence.Text, sentence.IsRight, null);
                }
            }
        }
    }

    private static LearningSentence Of(string kind, string text, bool isRight, int? pair) => new(Question, kind, text, isRight, pair, false);
}
