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
    /// <param name="training">The training songs, whose labels only <see cref="TargetEncoder"/> looks at.</param>
    public static CategoryEncoder Fit(
        CategoryEncoding kind, string name, IReadOnlyList<string> values, IReadOnlyList<LabelledSong> training, double smoothing) => kind switch
        {
            CategoryEncoding.OneHot => OneHotEncoder.Fit(name, values),
            CategoryEncoding.Code => CodeEncoder.Fit(name, values),
            CategoryEncoding.Frequency => FrequencyEncoder.Fit(name, values),
            _ => TargetEncoder.Fit(name, values, training, smoothing),
        };

    public static CategoryEncoder Load(CategoryEncoding kind, string name, JsonNode state) => kind switch
    {
        CategoryEncoding.OneHot => new OneHotEncoder(name, state.Texts("categories")),
        CategoryEncoding.Code => new CodeEncoder(name, state.Texts("categories")),
        CategoryEncoding.Frequency => FrequencyEncoder.Load(name, state),
        _ => TargetEncoder.Load(name, state),
    };

    protected static List<string> Known(IReadOnlyList<string> values) => values.Where(value => value.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

    protected static Dictionary<string, int> Numbered(IReadOnlyList<string> categories) =>
        categories.Select((category, code) => (category, code)).ToDictionary(c => c.category, c => c.code, StringComparer.Ordinal);
}
