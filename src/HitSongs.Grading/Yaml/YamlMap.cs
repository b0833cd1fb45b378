using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Yaml;

/// <summary>A YAML mapping read strictly: every key must be known, every value of the right type.</summary>
/// <remarks>Members throw <see cref="InvalidInputException"/> with the line of what is wrong.</remarks>
internal sealed class YamlMap
{
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlNode> names = new(StringComparer.Ordinal);
    private readonly YamlNode node;
    private readonly string what;

    /// <param name="node">What must be a mapping.</param>
    /// <param name="file">How messages name the file.</param>
    /// <param name="what">How messages name the mapping, such as "the criterion".</param>
    /// <param name="keys">Every key that it may have.</param>
    public YamlMap(YamlNode node, string file, string what, IReadOnlyCollection<string> keys)
    {
        this.node = node;
        this.what = what;
        File = file;
        if (node is not YamlMappingNode mapping)
        {
            throw Fault(node, $"{what} must be a mapping of keys to values", $"Write its keys: {string.Join(", ", keys)}");
        }

        foreach (var (key, value) in mapping.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (!keys.Contains(name))
            {
                throw Fault(key, $"{what} has an unknown key `{name}`", Nearest.Suggestion(name, keys));
            }

            values.Add(name, value);
            names.Add(name, key);
        }
    }

    public string File { get; }

    public int Line => (int)node.Start.Line;

    public bool Has(string key) => values.ContainsKey(key);

    public YamlNode Node(string key) =>
        values.TryGetValue(key, out var value) ? value : throw Fault(node, $"{what} has no `{key}`", $"Add `{key}:`");

    public string Text(string key)
    {
        var text = (Node(key) as YamlScalarNode)?.Value ?? throw Fault(Node(key), $"`{key}` must be text", "Write text");
        return string.IsNullOrWhiteSpace(text) ? throw Fault(Node(key), $"`{key}` is empty", $"Write a value after `{key}:`, or remove the key") : text;
    }

    public string? OptionalText(string key) => Has(key) ? Text(key) : null;

    public double Number(string key, double low = double.MinValue, double high = double.MaxValue)
    {
        var scalar = Node(key) as YamlScalarNode;
        if (
            scalar?.Style != ScalarStyle.Plain
            || !double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number)
        )
        {
            throw Fault(Node(key), $"`{key}` must be a number", "Write a number without quotes, such as 0.5");
        }

        if (number < low || number > high)
        {
            var range = high is double.MaxValue or int.MaxValue ? $"at least {low}" : $"from {low} to {high}";
            throw Fault(Node(key), $"`{key}` is {number} but must be {range}", "Change the number");
        }

        return number;
    }

    public double? OptionalNumber(string key, double low = double.MinValue, double high = double.MaxValue) => Has(key) ? Number(key, low, high) : null;

    public double Positive(string key)
    {
        var number = Number(key);
        return number > 0 ? number : throw Fault(Node(key), $"`{key}` is {number} but must be greater than 0", "Change the number");
    }

    public int Whole(string key, int low, int high = int.MaxValue)
    {
        var number = Number(key, low, high);
        return number == Math.Floor(number) ? (int)number : throw Fault(Node(key), $"`{key}` must be a whole number", "Write it without decimals");
    }

    public int? OptionalWhole(string key, int low) => Has(key) ? Whole(key, low) : null;

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key) => Node(key) is YamlScalarNode ? [Text(key)] : [.. Items(key).Select(item => ItemText(key, item))];

    /// <summary>The items of a list that has at least one.</summary>
    public IReadOnlyList<YamlNode> Items(string key) =>
        Node(key) is YamlSequenceNode { Children.Count: > 0 } list
            ? [.. list.Children]
            : throw Fault(Node(key), $"`{key}` must be a list with at least one item", "Write a list");

    public YamlMap Map(string key, params string[] keys) => new(Node(key), File, $"`{key}`", keys);

    /// <summary>One of a few words.</summary>
    public string OneOf(string key, params string[] words) =>
        words.Contains(Text(key)) ? Text(key) : throw Fault(Node(key), $"`{key}` is `{Text(key)}`, which is not known", Nearest.Suggestion(Text(key), words));

    /// <summary>All keys that are there, in the order of the file.</summary>
    public IReadOnlyList<string> Keys => [.. values.Keys];

    /// <summary>A fault at the line of a key, or of the whole mapping where the key is missing.</summary>
    public InvalidInputException Fault(string key, string problem, string remedy) => Fault(names.GetValueOrDefault(key, node), problem, remedy);

    private string ItemText(string key, YamlNode item) =>
        item is YamlScalarNode { Value: { } text } && !string.IsNullOrWhiteSpace(text)
            ? text
            : throw Fault(item, $"an item of `{key}` must be text", "Write text");

    private InvalidInputException Fault(YamlNode at, string problem, string remedy) => new(File, (int)at.Start.Line, problem, remedy);
}
