using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features.Encoders;

/// <summary>Mean popularity and share of hits of a category's training songs, drawn towards those of all songs; and those where training has not seen the category.</summary>
internal sealed class TargetEncoder(
    string name, (double Popularity, double HitShare) overall, Dictionary<string, (double Popularity, double HitShare)> means)
    : CategoryEncoder
{
    public override IReadOnlyList<string> Columns { get; } = [$"{name}_popularity", $"{name}_hits"];

    public static TargetEncoder Fit(string name, IReadOnlyList<string> values, IReadOnlyList<LabelledSong> training, double smoothing)
    {
        if (training.Count == 0)
            return new TargetEncoder(name, default, []);
        var overall = (Popularity: training.Average(song => song.Popularity), HitShare: training.Average(song => song.Hit ? 1.0 : 0.0));
        var means = values.Zip(training).Where(pair => pair.First.Length > 0).GroupBy(pair => pair.First, StringComparer.Ordinal).ToDictionary(
            category => category.Key,
            category => (
                Smooth(category.Sum(pair => pair.Second.Popularity), category.Count(), overall.Popularity),
                Smooth(category.Count(pair => pair.Second.Hit), category.Count(), overall.HitShare)),
            StringComparer.Ordinal);
        return new TargetEncoder(name, overall, means);

        double Smooth(double sum, int count, double mean) => (sum + (smoothing * mean)) / (count + smoothing);
    }

    public static TargetEncoder Load(string name, JsonNode state)
    {
        var categories = state.Texts("categories");
        var overall = state.Numbers("overall", 2);
        var means = categories.Zip(state.Numbers("popularity", categories.Count), state.Numbers("hits", categories.Count));
        return new TargetEncoder(name, (overall[0], overall[1]), means.ToDictionary(m => m.First, m => (m.Second, m.Third), StringComparer.Ordinal));
    }

    public override void Encode(string category, Span<float> row)
    {
        var (popularity, hitShare) = means.GetValueOrDefault(category, overall);
        (row[0], row[1]) = ((float)popularity, (float)hitShare);
    }

    public override JsonObject Save()
    {
        var categories = means.Keys.Order(StringComparer.Ordinal).ToList();
        return new()
        {
            ["overall"] = Json.Numbers([overall.Popularity, overall.HitShare]),
            ["categories"] = Json.Texts(categories),
            ["popularity"] = Json.Numbers(categories.Select(category => means[category].Popularity)),
            ["hits"] = Json.Numbers(categories.Select(category => means[category].HitShare)),
        };
    }
}
