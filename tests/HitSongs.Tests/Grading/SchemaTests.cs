using System.Text.Json.Nodes;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>The schema that editors complete rubrics by knows the keys that the reader knows: the reader itself is asked.</summary>
public sealed class SchemaTests
{
    private const string Unknown = "qqqqqqqqqqqqqqqq";

    private static readonly JsonNode Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "rubric", "question.schema.json")))!;

    private static readonly Dictionary<string, JsonNode> Kinds = Schema["$defs"]!["criterion"]!["oneOf"]!
        .AsArray()
        .ToDictionary(branch => (string)branch!["properties"]!["kind"]!["const"]!, branch => branch!, StringComparer.Ordinal);

    private static IEnumerable<string> KindNames => Kinds.Keys;

    [Test]
    public void Kinds_are_those_of_the_reader() =>
        Assert.That(KnownTo($"  - {{id: a, kind: {Unknown}, points: 1}}"), Is.EquivalentTo(Kinds.Keys));

    [TestCaseSource(nameof(KindNames))]
    public void Keys_of_a_kind_are_those_of_the_reader(string kind) =>
        Assert.That(KnownTo($"  - {{id: a, kind: {kind}, points: 1, {Unknown}: 1}}"), Is.EquivalentTo(KeysOf(Kinds[kind])));

    [TestCaseSource(nameof(KindNames))]
    public void Keys_that_the_schema_requires_are_required_by_the_reader(string kind)
    {
        foreach (var key in Kinds[kind]["required"]!.AsArray().Select(key => (string)key!).Where(key => key != "kind"))
        {
            var others = KeysOf(Kinds[kind])
                .Where(other => other != key && other != "dependsOn" && (kind, other) is not ("claim", "figure"))
                .Select(other => $"{other}: {Value(other, kind)}");

            Assert.That(
                () => Situation.RubricOf($"  - {{{string.Join(", ", others)}}}", Needs(kind)),
                Throws.TypeOf<InvalidInputException>().With.Message.Contains($"no `{key}`"),
                key
            );
        }
    }

    [Test]
    public void Keys_of_a_question_and_of_a_pattern_are_those_of_the_reader() =>
        Assert.Multiple(() =>
        {
            Assert.That(KnownTo("  - {id: a, kind: manual, points: 1, name: n}", $"{Unknown}: 1"), Is.EquivalentTo(KeysOf(Schema)));
            Assert.That(
                KnownTo($"  - {{id: a, kind: concept, points: 1, name: n, missing: m, match: {{{Unknown}: 1}}}}"),
                Is.EquivalentTo(
                    Schema["$defs"]!["pattern"]!["anyOf"]!
                        .AsArray()
                        .Where(form => form!["properties"] is not null)
                        .SelectMany(form => KeysOf(form!))
                        .Distinct(StringComparer.Ordinal)
                )
            );
        });

    [Test]
    public void Units_of_a_claim_are_those_of_the_reader()
    {
        var fault = Assert.Throws<InvalidInputException>(() =>
            Situation.RubricOf("  - {id: a, kind: claim, points: 1, figure: MonthP, pattern: '(?<value>x)', tolerance: 1, unit: qqqqqqqqqqqqqqqq}")
        )!;

        Assert.That(
            fault.Message,
            Does.EndWith($"Known are {string.Join(", ", Kinds["claim"]["properties"]!["unit"]!["enum"]!.AsArray().Select(unit => (string)unit!))}."));
    }

    private static IEnumerable<string> KeysOf(JsonNode node) => node["properties"]!.AsObject().Select(property => property.Key);

    // "Known are a, b, c." is what the reader says of a key that is like none.
    private static string[] KnownTo(string criterion, string more = "")
    {
        const string introduction = "Known are ";
        var fault = Assert.Throws<InvalidInputException>(() => Situation.RubricOf(criterion, more))!;
        return fault.Message[(fault.Message.IndexOf(introduction, StringComparison.Ordinal) + introduction.Length)..].TrimEnd('.').Split(", ");
    }

    private static string Needs(string kind) => kind switch
    {
        "demonstration" => "demonstration: {timeout: 1, memory: 64}",
        "metric" or "model" => "model: {timeout: 1, memory: 64, folds: 2}",
        _ => "",
    };

    private static string Value(string key, string kind) => key switch
    {
        "kind" => kind,
        "points" or "item" or "minWords" or "maxWords" or "partWords" or "tolerance" or "atLeast" or "partialFrom" or "margin" => "1",
        "atMost" => "2",
        "options" => "[a, b]",
        "depth" => "0.1",
        "negation" => "reject",
        "metric" => "LogLoss",
        "unit" => "s",
        "values" => "{a: LoudnessSpearman}",
        "pattern" => "'(?<value>x)'",
        "match" or "examples" or "counterexamples" => "The gradient accumulates",
        _ => "a",
    };
}
