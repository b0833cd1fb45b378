using System.Globalization;
using System.Text;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.Yaml;

/// <summary>Changes numbers of a question's criteria in its YAML, and not a byte besides.</summary>
public static class YamlNumbers
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="bytes">The file.</param>
    /// <param name="file">How messages name it.</param>
    /// <param name="numbers">By criterion and key, each of which the file has with a number.</param>
    /// <exception cref="InvalidInputException">A criterion or key is not there, or the file is not UTF-8 or not YAML.</exception>
    public static byte[] Replace(byte[] bytes, string file, IReadOnlyDictionary<(string Criterion, string Key), double> numbers)
    {
        // The mark of the byte order is a character here, and stays one; for the parser it is none.
        var text = Decoded(bytes, file);
        var mark = text.StartsWith('\uFEFF') ? 1 : 0;
        var criteria = CriteriaOf(YamlFile.Parse(text[mark..], file), file);
        var places = numbers
            .Select(number => (Place: PlaceOf(criteria, number.Key, file), Value: Text(number.Value)))
            .OrderByDescending(one => one.Place.Start);
        var changed = new StringBuilder(text);
        foreach (var (place, value) in places)
        {
            changed.Remove(place.Start + mark, place.Length).Insert(place.Start + mark, value);
        }

        return Utf8.GetBytes(changed.ToString());
    }

    private static string Decoded(byte[] bytes, string file)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidInputException(file, null, "the file is not UTF-8", "Save it as UTF-8");
        }
    }

    private static Dictionary<string, YamlMappingNode> CriteriaOf(YamlNode root, string file)
    {
        var criteria = Value(root, "criteria") as YamlSequenceNode
            ?? throw new InvalidInputException(file, null, "the question has no `criteria`", "Add `criteria:`");
        return criteria.OfType<YamlMappingNode>().DistinctBy(IdOf, StringComparer.Ordinal).ToDictionary(IdOf, StringComparer.Ordinal);
    }

    private static string IdOf(YamlMappingNode criterion) => (Value(criterion, "id") as YamlScalarNode)?.Value ?? "";

    private static YamlNode? Value(YamlNode? mapping, string key) =>
        mapping is YamlMappingNode node && node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static (int Start, int Length) PlaceOf(Dictionary<string, YamlMappingNode> criteria, (string Criterion, string Key) at, string file) =>
        Value(criteria.GetValueOrDefault(at.Criterion), at.Key) is YamlScalarNode { Value: { } old } scalar
        && double.TryParse(old, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? ((int)scalar.Start.Index, old.Length)
            : throw new InvalidInputException(file, null, $"the criterion `{at.Criterion}` has no number `{at.Key}`", "Write one there");

    private static string Text(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);
}
