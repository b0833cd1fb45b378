using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features.Encoders;

/// <summary>The share of training songs that have the category; 0 where none has.</summary>
internal sealed class FrequencyEncoder(string name, IReadOnlyDictionary<string, double> shares) : CategoryEncoder
{
    public override IReadOnlyList<string> Columns { get; } = [$"{name}_frequency"];

    public static FrequencyEncoder Fit(string name, IReadOnlyList<string> values) => new(
        name,
        values.Where(value => value.Length > 0).GroupBy(value => value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (double)g.Count() / values.Count, StringComparer.Ordinal));

    public static FrequencyEncoder Load(string name, JsonNode state) => new(
        name, state.Texts("categories").Zip(state.Numbers("shares", state.Texts("categories").Count)).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal));

    public override void Encode(string category, Span<float> row) => row[0] = (float)shares.GetValueOrDefault(category);

    public override JsonObject Save()
    {
        var categories = shares.Keys.Order(StringComparer.Ordinal).ToList();
        return new() { ["categories"] = Json.Texts(categories), ["shares"] = Json.Numbers(categories.Select(category => shares[category])) };
    }
}
