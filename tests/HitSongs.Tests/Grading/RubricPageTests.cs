using System.Text;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

/// <summary>docs/rubric.md lists every key with what the schema says of it, and an example of every kind that the reader accepts.</summary>
/// <remarks>HITSONGS_ACCEPT=1 writes the page's second half anew.</remarks>
public sealed class RubricPageTests
{
    private const string Mark = "<!-- What follows is written by RubricPageTests from rubric/question.schema.json. -->\n";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "rubric.md");
    private static readonly JsonObject Schema = JsonNode
        .Parse(File.ReadAllText(Path.Combine(Repository.Root, "rubric", "question.schema.json")))!
        .AsObject();

    private static IEnumerable<TestCaseData> Kinds =>
        Schema["$defs"]!["criterion"]!["oneOf"]!.AsArray().Select(kind => new TestCaseData(kind!.AsObject()).SetArgDisplayNames(KindOf(kind.AsObject())));

    [Test]
    public void The_page_lists_every_key_of_the_schema()
    {
        var expected = Mark + Reference();
        var page = File.ReadAllText(Page);
        var hand = page.IndexOf(Mark, StringComparison.Ordinal) is var at and >= 0 ? page[..at] : page + "\n";
        if (Environment.GetEnvironmentVariable("HITSONGS_ACCEPT") == "1")
        {
            File.WriteAllText(Page, hand + expected);
        }

        Assert.That(File.ReadAllText(Page), Does.EndWith(expected), "run this test with HITSONGS_ACCEPT=1");
    }

    [TestCaseSource(nameof(Kinds))]
    public void The_example_of_a_kind_is_one(JsonObject kind)
    {
        var needs = KindOf(kind) switch
        {
            "demonstration" => "demonstration: {timeout: 60, memory: 2048}",
            "model" or "metric" => "model: {timeout: 60, memory: 2048, folds: 5}",
            _ => "",
        };
        var question = Situation.RubricOf(Yaml(kind), needs).Questions.Single();
        Assert.That(question.Criteria.Single().Kind, Is.EqualTo(KindOf(kind)));
    }

    [TestCaseSource(nameof(Kinds))]
    public void Every_key_of_a_kind_is_described(JsonObject kind) =>
        Assert.That(
            kind["properties"]!.AsObject().Where(key => key.Key != "kind" && string.IsNullOrWhiteSpace((string?)key.Value!["description"])),
            Is.Empty
        );

    private static string Reference()
    {
        var text = new StringBuilder("\n## Every key\n\nOf a question:\n\n");
        AddKeys(text, Schema["properties"]!.AsObject(), Required(Schema));
        text.Append("\nOf the limits under `demonstration` and `model`:\n\n");
        AddKeys(text, Schema["properties"]!["model"]!["properties"]!.AsObject(), Required(Schema["properties"]!["model"]!.AsObject()));
        foreach (var kind in Kinds.Select(kind => (JsonObject)kind.Arguments[0]!))
        {
            text.Append($"\n### `{KindOf(kind)}`\n\n{kind["description"]}\n\n");
            AddKeys(text, kind["properties"]!.AsObject(), Required(kind));
            text.Append($"\n```yaml\n{Yaml(kind)}```\n");
        }

        return text.ToString();
    }

    private static void AddKeys(StringBuilder text, JsonObject keys, HashSet<string> required)
    {
        text.Append("| key | |\n| --- | --- |\n");
        foreach (var (key, of) in keys.Where(key => key.Key != "kind"))
        {
            text.Append($"| `{key}`{(required.Contains(key) ? " (needed)" : "")} | {((string?)of!["description"])?.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    private static string Yaml(JsonObject kind)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in kind["examples"]![0]!.AsObject())
        {
            text.Append(text.Length == 0 ? "  - " : "    ").Append(key).Append(':');
            text.Append(
                value switch
                {
                    JsonArray list => string.Concat(list.Select(item => $"\n      - {item!.ToJsonString(Plain)}")),
                    JsonObject map => string.Concat(map.Select(item => $"\n      {item.Key}: {item.Value}")),
                    _ when key is "id" or "kind" => $" {value}",
                    _ => $" {value!.ToJsonString(Plain)}",
                }
            );
            text.Append('\n');
        }

        return text.ToString();
    }

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string KindOf(JsonObject kind) => (string)kind["properties"]!["kind"]!["const"]!;

    private static HashSet<string> Required(JsonObject of) => [.. of["required"]?.AsArray().Select(key => (string)key!) ?? []];
}
