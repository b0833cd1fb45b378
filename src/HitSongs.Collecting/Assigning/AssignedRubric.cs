using HitSongs.Grading.Rubrics;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Collecting.Assigning;

/// <summary>A question's rubric for the candidate's side: what can be checked there, and how many points wait for the evaluator.</summary>
internal static class AssignedRubric
{
    // The others tell what an answer has to say.
    private static readonly string[] Checked = ["structure", "demonstration", "model", "metric"];
    private static readonly string[] Hidden = ["concept", "misconception", "claim"];

    public static bool IsChecked(Criterion criterion) => Checked.Contains(criterion.Kind);

    /// <summary>Name of a criterion for a candidate: its own, where that gives nothing away.</summary>
    public static string NameOf(Criterion criterion) =>
        Hidden.Contains(criterion.Kind)
            ? char.ToUpperInvariant(criterion.Kind[0]) + criterion.Kind[1..]
            : char.ToUpperInvariant(criterion.Name[0]) + criterion.Name[1..];

    /// <summary>Where a candidate learns whether it is met.</summary>
    public static string WhereChecked(Criterion criterion) =>
        criterion.Kind == "demonstration" ? "here, that it is handed back"
        : IsChecked(criterion) ? "here"
        : "by the evaluator";

    /// <summary>The YAML of the question.</summary>
    /// <param name="source">Path of the question's own YAML.</param>
    public static string Yaml(Question question, string source)
    {
        var stream = new YamlStream();
        using (var reader = File.OpenText(source))
        {
            stream.Load(reader);
        }

        var root = (YamlMappingNode)stream.Documents[0].RootNode;
        var assigned = new YamlMappingNode();
        foreach (var key in (string[])["title", "asked", "sameAs", "demonstration", "model"])
        {
            if (root.Children.TryGetValue(new YamlScalarNode(key), out var value))
            {
                assigned.Add(key, value);
            }
        }

        assigned.Add("prompt", new YamlScalarNode(question.Prompt) { Style = YamlDotNet.Core.ScalarStyle.Literal });
        if (question.SameAs is null)
        {
            var kept = ((YamlSequenceNode)root.Children[new YamlScalarNode("criteria")]).Children.Zip(question.Criteria, (node, criterion) =>
                IsChecked(criterion) ? Standing(node, criterion) : Waiting(criterion)
            );
            assigned.Add("criteria", new YamlSequenceNode(kept));
        }

        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(assigned)).Save(text, assignAnchors: false);
        return text.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    // What it depends on may wait for the evaluator, and would hold it up here.
    private static YamlMappingNode Standing(YamlNode node, Criterion criterion)
    {
        var kept = new YamlMappingNode(((YamlMappingNode)node).Children.Where(pair => pair.Key is not YamlScalarNode { Value: "dependsOn" }));
        if (criterion.Kind == "demonstration")
        {
            // Its points here say that a value is there, and not that it is the right one.
            kept.Children[new YamlScalarNode("name")] = new YamlScalarNode($"{NameOf(criterion)}: handed back (the evaluator sees whether it is right)");
        }

        return kept;
    }

    private static YamlMappingNode Waiting(Criterion criterion) => new(
        new YamlScalarNode("id"), new YamlScalarNode(criterion.Id),
        new YamlScalarNode("kind"), new YamlScalarNode("manual"),
        new YamlScalarNode("points"), new YamlScalarNode(criterion.Points.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new YamlScalarNode("name"), new YamlScalarNode($"{NameOf(criterion)} (waits for the evaluator)"));
}
