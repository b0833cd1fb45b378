using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Statements;

/// <summary>Knows which words mean the same, and which the opposite.</summary>
/// <remarks>Grows while a rubric is read, and only then: the words of an answer that it does not know stay unknown.</remarks>
internal sealed class Vocabulary
{
    private const int ShortestMistyped = 6;
    private const int Unknown = -1;

    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Stems, int Id)>> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<(PatternWord Word, int Id)>> byLetter = [];
    private readonly Dictionary<int, int> opposites = [];
    private int count;

    public Vocabulary(Synonyms synonyms)
    {
        foreach (var (name, others) in synonyms.Groups)
        {
            var id = count++;
            foreach (var text in others.Prepend(name))
            {
                Add(Word.AllOf(text), id);
            }
        }

        foreach (var (one, other) in synonyms.Opposites)
        {
            opposites[IdOf(other)] = IdOf(one);
        }
    }

    /// <summary>Learns the words of a statement of the rubric.</summary>
    public Term[] Learn(AnswerReading statement)
    {
        foreach (var (word, _, _, _, _) in statement.Tokens)
        {
            if (!FunctionWords.Contains(word.Text) && !words.ContainsKey(word.Stem))
            {
                Add([word], count++);
            }
        }

        return Read(statement);
    }

    /// <summary>The terms of a text; small words that belong to no group are none.</summary>
    public Term[] Read(AnswerReading text)
    {
        var terms = new List<Term>();
        var mistyped = new Dictionary<string, int>(StringComparer.Ordinal);
        var cut = false;
        for (var i = 0; i < text.Tokens.Count;)
        {
            var token = text.Tokens[i];
            cut |= token.Word.AfterCut;
            var (id, length) = At(text.Tokens, i, mistyped);
            if (id != Unknown || !FunctionWords.Contains(token.Word.Text))
            {
                var isContrary = opposites.TryGetValue(id, out var contrary);
                terms.Add(new Term(isContrary ? contrary : id, i, token.Sentence, token.Block, Negation.Denies(text, i) != isContrary, cut));
                cut = false;
            }

            i += length;
        }

        return [.. terms];
    }

    private int IdOf(string name) => words.TryGetValue(Stem.Of(name), out var id) ? id : throw new ArgumentException($"{name} is no group", nameof(name));

    private void Add(List<Word> text, int id)
    {
        if (text.Count == 1)
        {
            if (words.TryAdd(text[0].Stem, id) && text[0].Text.Length >= ShortestMistyped)
            {
                (byLetter.TryGetValue(text[0].Text[0], out var same) ? same : byLetter[text[0].Text[0]] = []).Add(
                    (new PatternWord(text[0].Text, text[0].Stem), id)
                );
            }

            return;
        }

        var stems = text.Select(word => word.Stem).ToArray();
        var list = phrases.TryGetValue(stems[0], out var known) ? known : phrases[stems[0]] = [];
        list.Add((stems, id));
        list.Sort((a, b) => b.Stems.Length - a.Stems.Length);
    }

    private (int Id, int Length) At(IReadOnlyList<Token> tokens, int i, Dictionary<string, int> mistyped)
    {
        var word = tokens[i].Word;
        if (phrases.TryGetValue(word.Stem, out var starting))
        {
            foreach (var (stems, id) in starting)
            {
                if (Stands(tokens, i, stems))
                {
                    return (id, stems.Length);
                }
            }
        }

        return (words.TryGetValue(word.Stem, out var known) ? known : Nearest(word, mistyped), 1);
    }

    private int Nearest(Word word, Dictionary<string, int> mistyped)
    {
        if (word.Text.Length < ShortestMistyped || FunctionWords.Contains(word.Text) || !byLetter.TryGetValue(word.Text[0], out var candidates))
        {
            return Unknown;
        }

        if (!mistyped.TryGetValue(word.Text, out var id))
        {
            var found = candidates.FindIndex(candidate => candidate.Word.Matches(word));
            id = mistyped[word.Text] = found < 0 ? Unknown : candidates[found].Id;
        }

        return id;
    }

    private static bool Stands(IReadOnlyList<Token> tokens, int start, string[] stems)
    {
        if (start + stems.Length > tokens.Count)
        {
            return false;
        }

        for (var i = 1; i < stems.Length; i++)
        {
            if (tokens[start + i].Word.Stem != stems[i] || tokens[start + i].Position != tokens[start].Position + i)
            {
                return false;
            }
        }

        return true;
    }
}
