using System.Text.Json.Nodes;
using HitSongs.Pipeline.Saving;

namespace HitSongs.Pipeline.Features;

/// <summary>Turns a category into numbers by the categories of training songs; one that training has not seen is as good as none.</summary>
/// <param name="name">As in <see cref="CategoryFeature.Name"/>.</param>
internal sealed class CategoryEncoder(CategoryEncoding encoding, string name, IReadOnlyList<string> categories)
{
    private readonly Dictionary<string, int> codes = categories
        .Index()
        .ToDictionary(category => category.Item, category => category.Index, StringComparer.Ordinal);

    /// <summary>A column of 0 and 1 for each category, or one column of codes 0, 1, …</summary>
    public IReadOnlyList<string> Columns { get; } =
        encoding is CategoryEncoding.OneHot ? [.. categories.Select(category => $"{name}={category}")] : [$"{name}_code"];

    /// <param name="values">The category of each training song.</param>
    public static CategoryEncoder Fit(CategoryEncoding encoding, string name, IEnumerable<string> values) =>
        new(encoding, name, [.. values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);

    /// <summary>Writes one number per column; a code is not a number where there is none.</summary>
    public void Encode(string category, Span<float> row)
    {
        var known = codes.TryGetValue(category, out var code);
        if (encoding is CategoryEncoding.Code)
        {
            row[0] = known ? code : float.NaN;
            return;
        }

        row.Clear();
        if (known)
            row[code] = 1;
    }

    public JsonArray Save() => Json.Texts(categories);
}
