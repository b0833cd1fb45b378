using System.Text.RegularExpressions;
using HitSongs.Grading.Ideas;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Statements;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Criteria;

/// <summary>A criterion as it stands in the YAML, with what its kind needs to read it.</summary>
/// <param name="Prompt">The question's prompt.</param>
/// <param name="Patterns">Reads what stands under `match:`.</param>
/// <param name="Statements">Takes what stands under `examples:`.</param>
/// <param name="More">Further examples; null where there are none.</param>
/// <param name="HasDemonstration">Whether the question asks for a demonstration.</param>
/// <param name="HasModel">Whether the question asks for a model.</param>
/// <param name="Earlier">Ids of the criteria before this one, and their kinds.</param>
internal sealed partial record CriterionSource(
    YamlNode Node,
    string File,
    string Prompt,
    PatternReader Patterns,
    QuestionStatements Statements,
    ExamplesFile? More,
    bool HasDemonstration,
    bool HasModel,
    IReadOnlyDictionary<string, string> Earlier)
{
    private const int FewestTerms = 2;

    /// <summary>The keys that describe an idea.</summary>
    public static readonly string[] IdeaKeys = ["match", "contradicted", "examples", "counterexamples", "negation"];

    private static readonly string[] CommonKeys = ["id", "kind", "points", "name", "dependsOn"];

    /// <summary>Value of its `kind`; empty where it has none.</summary>
    public string Kind =>
        Node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode("kind"), out var kind) ? (kind as YamlScalarNode)?.Value ?? "" : "";

    /// <summary>Reads what every kind has.</summary>
    /// <param name="head">The common part.</param>
    /// <param name="keys">The keys of this kind besides the common ones.</param>
    public YamlMap Open(out CriterionHead head, params IReadOnlyCollection<string> keys)
    {
        var map = new YamlMap(Node, File, $"the {Kind} criterion", [.. CommonKeys, .. keys]);
        var id = map.Text("id");
        if (!IdForm().IsMatch(id))
        {
            throw map.Fault("id", $"the id `{id}` has other signs than a to z, 0 to 9 and -", "Rename it, such as `chain-rule`");
        }

        if (Earlier.ContainsKey(id))
        {
            throw map.Fault("id", $"the id `{id}` stands twice in this question", "Rename one");
        }

        head = new CriterionHead(id, Kind, map.OptionalText("name") ?? id.Replace('-', ' '), map.Positive("points"), DependsOn(map));
        return map;
    }

    // What stands under `examples:` and `counterexamples:`, here and in the file beside the question.
    private Examples ReadExamples(YamlMap map)
    {
        var more = More?.Of(map.Text("id"));
        return new(ReadStatements("examples", map, more), ReadStatements("counterexamples", map, more), Statements);
    }

    /// <summary>Reads an idea, as the keys <see cref="IdeaKeys"/> describe it.</summary>
    /// <exception cref="InvalidInputException">A pattern is wrong, or there is nothing to look for.</exception>
    public Idea ReadIdea(YamlMap map)
    {
        if (!map.Has("match") && !map.Has("examples"))
        {
            throw map.Fault("kind", "there is neither `match` nor `examples`", "Add one of them");
        }

        if (map.Has("counterexamples") && !map.Has("examples"))
        {
            throw map.Fault("counterexamples", "`counterexamples` mean nothing without `examples`", "Add `examples:`");
        }

        return new Idea(
            map.Has("match") ? Patterns.Read(map.Node("match")) : null,
            map.Has("contradicted") ? Patterns.Read(map.Node("contradicted")) : null,
            map.Has("examples") ? ReadExamples(map) : null,
            !map.Has("negation") || map.OneOf("negation", "reject", "ignore") == "reject");
    }

    private List<Statement> ReadStatements(string key, params YamlMap?[] maps) =>
        [.. maps.OfType<YamlMap>().Where(map => map.Has(key)).SelectMany(map => map.Texts(key).Select(text => ReadStatement(map, key, text)))];

    private Statement ReadStatement(YamlMap map, string key, string text)
    {
        var statement = Statements.Add(text);
        return statement.Terms.DistinctBy(term => term.Id).Take(FewestTerms).Count() == FewestTerms
            ? statement
            : throw map.Fault(key, $"the statement `{text}` has too few words to be compared with", "Write a whole sentence");
    }

    private IReadOnlyList<string> DependsOn(YamlMap map)
    {
        var ids = map.Has("dependsOn") ? map.Texts("dependsOn") : [];
        // A misconception is graded after all others, as it looks at their scores.
        var possible = Earlier.Where(criterion => criterion.Value != "misconception").Select(criterion => criterion.Key).ToList();
        return ids.FirstOrDefault(id => !possible.Contains(id)) is { } unknown
            ? throw map.Fault(
                "dependsOn",
                $"`dependsOn` names `{unknown}`, which is no criterion above this one that can be depended on",
                possible.Count == 0 ? "Remove it" : Nearest.Suggestion(unknown, possible)
            )
            : ids;
    }

    [GeneratedRegex("^[a-z0-9-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex IdForm();
}
