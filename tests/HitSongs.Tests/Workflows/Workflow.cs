using YamlDotNet.RepresentationModel;

namespace HitSongs.Tests.Workflows;

/// <summary>A GitHub Actions workflow as nodes.</summary>
internal sealed record Workflow(YamlMappingNode Root)
{
    public static Workflow Parse(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return new Workflow((YamlMappingNode)stream.Documents.Single().RootNode);
    }

    /// <summary>The names of the events that start it.</summary>
    public IReadOnlyList<string> Events => Root["on"] switch
    {
        YamlMappingNode map => Keys(map),
        YamlSequenceNode list => [.. list.Children.Select(event_ => Text(event_)!)],
        var one => [Text(one)!],
    };

    public IEnumerable<(string Id, YamlMappingNode Job)> Jobs =>
        ((YamlMappingNode)Root["jobs"]).Children.Select(job => (Text(job.Key)!, (YamlMappingNode)job.Value));

    public IEnumerable<(string Job, YamlMappingNode Step)> Steps =>
        Jobs.SelectMany(job => (Get(job.Job, "steps") as YamlSequenceNode)?.Children.Select(step => (job.Id, (YamlMappingNode)step)) ?? []);

    public static YamlNode? Get(YamlNode? node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    public static string? Text(YamlNode? node) => (node as YamlScalarNode)?.Value;

    public static string[] Keys(YamlNode? node) => node is YamlMappingNode map ? [.. map.Children.Keys.Select(key => Text(key)!)] : [];

    /// <summary>Every text in it, keys apart.</summary>
    public static IEnumerable<string> Texts(YamlNode? node) => node switch
    {
        YamlMappingNode map => map.Children.Values.SelectMany(Texts),
        YamlSequenceNode list => list.Children.SelectMany(Texts),
        YamlScalarNode { Value: { } value } => [value],
        _ => [],
    };
}
