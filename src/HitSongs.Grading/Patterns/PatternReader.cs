using HitSongs.Grading.Prose;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Patterns;

/// <summary>Reads what stands under `match:`.</summary>
/// <param name="synonyms">For a phrase the others that may stand in its place.</param>
internal sealed class PatternReader(string file, IReadOnlyDictionary<string, IReadOnlyList<string>> synonyms)
{
    private static readonly string[] Kinds = ["any", "all", "near", "ordered", "regex", "words"];
    private static readonly string[] Keys = [.. Kinds, "within"];

    /// <exception cref="InvalidInputException">It is no pattern.</exception>
    public TextPattern Read(YamlNode node)
    {
        if (node is YamlScalarNode scalar)
        {
            return Phrase(scalar.Value ?? "", (int)node.Start.Line);
        }

        var map = new YamlMap(node, file, "the pattern", Keys);
        var kinds = map.Keys.Where(Kinds.Contains).ToList();
        if (kinds.Count != 1)
        {
            throw new InvalidInputException(
                file,
                map.Line,
                $"a pattern needs exactly one of {string.Join(", ", Kinds)}, this one has {kinds.Count}",
                "Combine several with `all:` or `any:`"
            );
        }

        if (map.Has("within") && kinds[0] is not ("near" or "ordered"))
        {
            throw map.Fault("within", $"`within` means nothing for `{kinds[0]}`", "Remove it, or use `near`");
        }

        return kinds[0] switch
        {
            "any" => new AnyPattern([.. map.Items("any").Select(Read)]),
            "all" => new AllPattern([.. map.Items("all").Select(Read)]),
            "near" => new NearPattern(Terms(map, "near"), map.Whole("within", 1)),
            "ordered" => new OrderedPattern(Terms(map, "ordered"), map.OptionalWhole("within", 1)),
            "regex" => new RegexPattern(RubricRegex.Read(map, "regex")),
            _ => Phrase(map.Text("words"), map.Line),
        };
    }

    private List<TextPattern> Terms(YamlMap map, string key)
    {
        var terms = map.Items(key).Select(Read).ToList();
        if (terms.Count < 2)
        {
            throw map.Fault(key, $"`{key}` needs at least two terms", "Add one, or use `words:`");
        }

        return terms.Exists(term => term is AllPattern)
            ? throw map.Fault(key, $"`all` cannot be a term of `{key}`, as it has no one place", "List its patterns as terms")
            : terms;
    }

    private PhrasePattern Phrase(string text, int line)
    {
        var words = PatternWords(text);
        if (words.Count == 0)
        {
            throw new InvalidInputException(file, line, $"the phrase `{text}` has no words", "Write words, or use `regex:` for signs");
        }

        var places = new List<IReadOnlyList<IReadOnlyList<PatternWord>>>();
        for (var i = 0; i < words.Count;)
        {
            var synonym = synonyms
                .Select(pair => (Words: PatternWords(pair.Key), Others: pair.Value))
                .Where(pair => words.Skip(i).Take(pair.Words.Count).Select(word => word.Stem).SequenceEqual(pair.Words.Select(word => word.Stem)))
                .OrderByDescending(pair => pair.Words.Count)
                .FirstOrDefault();
            var own = synonym.Words ?? [words[i]];
            places.Add([own, .. (synonym.Others ?? []).Select(PatternWords)]);
            i += own.Count;
        }

        return new PhrasePattern(places);
    }

    private static List<PatternWord> PatternWords(string text) => Word.AllOf(text).ConvertAll(word => new PatternWord(word.Text, word.Stem));
}
