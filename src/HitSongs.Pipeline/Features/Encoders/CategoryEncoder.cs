using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features.Encoders;

/// <summary>Turns a category into numbers by what training songs have told of it.</summary>
internal abstract class CategoryEncoder
{
    /// <summary>Column names, at least one.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Categories that a column's codes stand for; 0 where the columns are numbers.</summary>
    public virtual int Categories => 0;

    /// <summary>Writes one number per column; a category that training has not seen is as good as none.</summary>
    public abstract void Encode(string category, Span<float> row);

    public abstract JsonObject Save();

    /// <param name="name">The category's name, as in <see cref="CategoryFeature.Name"/>.</param>
    /// <param name="values">The category of each training song.</param>
    public static CategoryEncoder Fit(CategoryEncoding kind, string name, IReadOnlyList<string> values) =>
        kind is CategoryEncoding.OneHot ? OneHotEncoder.Fit(name, values) : CodeEncoder.Fit(name, values);

    public static CategoryEncoder Load(CategoryEncoding kind, string name, JsonNode state) =>
        kind is CategoryEncoding.OneHot ? new OneHotEncoder(name, state.Texts("categories")) : new CodeEncoder(name, state.Texts("categories"));

    protected static List<string> Known(IReadOnlyList<string> values) => values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    protected static Dictionary<string, int> Numbered(IReadOnlyList<string> categories) =>
        categories.Select((category, code) => (category, code)).ToDictionary(c => c.category, c => c.code, StringComparer.Ordinal);
}
