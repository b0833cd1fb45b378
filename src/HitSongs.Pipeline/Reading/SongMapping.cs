using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Pipeline.Reading;

/// <summary>Names the columns of a data set that is not known: read from a small YAML file.</summary>
/// <remarks>
/// <code>
/// name: My songs
/// hitThreshold: 70          # popularity from which a song is a hit; not with a column of hits
/// artistSeparator: ";"      # default: a comma
/// columns:                  # a popularity or a hit is needed, all others may be left out
///   trackId: id
///   popularity: pop
///   danceability: dance
/// </code>
/// </remarks>
public sealed class SongMapping
{
    private const int DeepestNesting = 10;

    private static readonly Dictionary<string, SongColumn> ColumnKeys =
        Enum.GetValues<SongColumn>().ToDictionary(column => Key(column.ToString()), StringComparer.Ordinal);

    private static readonly Dictionary<string, AudioFeature> AudioKeys =
        Enum.GetValues<AudioFeature>().ToDictionary(feature => Key(feature.ToString()), StringComparer.Ordinal);

    private SongMapping(SongSchema schema) => Schema = schema;

    internal SongSchema Schema { get; }

    /// <summary>Reads a mapping strictly: an unknown key is an error, not ignored.</summary>
    /// <exception cref="InvalidInputException">The file is missing, no YAML, or says something unknown or contradictory.</exception>
    public static SongMapping Read(string path)
    {
        var root = Root(path);
        RefuseUnknown(path, root, ["name", "hitThreshold", "artistSeparator", "columns"]);
        var named =
            Value(root, "columns") as YamlMappingNode ?? throw Wrong(path, root, "there are no columns", "Add columns: with lines such as popularity: pop");
        RefuseUnknown(path, named, [.. ColumnKeys.Keys, .. AudioKeys.Keys]);
        var names = named.Children.ToDictionary(pair => ((YamlScalarNode)pair.Key).Value!, pair => Text(path, pair.Value), StringComparer.Ordinal);
        if (names.GroupBy(pair => pair.Value, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Wrong(path, named, $"the column '{twice.Key}' is named twice", "Name every column for one thing");

        var columns = names.Where(pair => ColumnKeys.ContainsKey(pair.Key)).ToDictionary(pair => ColumnKeys[pair.Key], pair => pair.Value);
        var schema = new SongSchema(
            Value(root, "name") is { } name ? Text(path, name) : Path.GetFileNameWithoutExtension(path),
            Threshold(path, root, columns),
            columns,
            [.. Enum.GetValues<AudioFeature>().Select(feature => names.GetValueOrDefault(Key(feature.ToString())))])
        {
            ArtistSeparator = Separator(path, root),
        };
        return new SongMapping(schema);
    }

    // Loading recurses: what is nested too deep must not reach it.
    private static void RefuseDeep(string path, string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > DeepestNesting)
                throw new InvalidInputException(path, (int)parser.Current.Start.Line, "this is nested too deep", "Write name:, hitThreshold: and columns:");
        }
    }

    private static YamlMappingNode Root(string path)
    {
        try
        {
            var text = File.ReadAllText(path);
            RefuseDeep(path, text);
            var yaml = new YamlStream();
            yaml.Load(new StringReader(text));
            return yaml.Documents.Count > 0 && yaml.Documents[0].RootNode is YamlMappingNode root
                ? root
                : throw new InvalidInputException(path, 1, "the mapping is empty", "Write name:, hitThreshold: and columns:");
        }
        catch (YamlException e)
        {
            throw new InvalidInputException(
                path, (int)e.Start.Line, $"it is no YAML: {e.InnerException?.Message ?? e.Message}".TrimEnd('.'), "Mend that line", e);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidInputException(path, null, "it is no YAML", "Mend its colons and brackets", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(path, null, "the mapping cannot be read", "Name a YAML file", e);
        }
    }

    private static double Threshold(string path, YamlMappingNode root, Dictionary<SongColumn, string> columns)
    {
        var node = Value(root, "hitThreshold");
        if (columns.ContainsKey(SongColumn.Hit))
            return node is null ? double.NaN : throw Wrong(path, node, "there is both a column of hits and a hitThreshold", "Leave one of them out");
        if (!columns.ContainsKey(SongColumn.Popularity))
            throw Wrong(path, root, "the columns have no label", "Add popularity: or hit:");
        if (node is null)
            throw Wrong(path, root, "there is no hitThreshold", "Say from which popularity a song is a hit, such as hitThreshold: 70");
        return DecimalText.TryRead(System.Text.Encoding.UTF8.GetBytes(Text(path, node)), out var threshold) && threshold is >= 0 and <= 100
            ? threshold
            : throw Wrong(path, node, "the hitThreshold is not a number from 0 to 100", "Write one, such as 70");
    }

    private static char Separator(string path, YamlMappingNode root)
    {
        if (Value(root, "artistSeparator") is not { } node)
            return ',';
        var text = Text(path, node);
        return text.Length == 1 ? text[0] : throw Wrong(path, node, "the artistSeparator is not one character", "Write one, such as \";\"");
    }

    private static void RefuseUnknown(string path, YamlMappingNode node, IReadOnlyList<string> known)
    {
        foreach (var key in node.Children.Keys.Where(key => key is not YamlScalarNode { Value: { } value } || !known.Contains(value, StringComparer.Ordinal)))
            throw Wrong(path, key, $"'{key}' is no key here", $"Use {string.Join(", ", known)}");
    }

    private static YamlNode? Value(YamlMappingNode node, string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static string Text(string path, YamlNode node) =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Wrong(path, node, "a text is expected here", "Write a name");

    private static InvalidInputException Wrong(string path, YamlNode node, string problem, string remedy) => new(path, (int)node.Start.Line, problem, remedy);

    private static string Key(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
