using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features.Encoders;

/// <summary>One column of codes 0, 1, …; missing where training has not seen the category.</summary>
internal sealed class CodeEncoder(string name, IReadOnlyList<string> categories) : CategoryEncoder
{
    private readonly Dictionary<string, int> codes = Numbered(categories);

    public override IReadOnlyList<string> Columns { get; } = [$"{name}_code"];

    // A column of one category is still a column of categories.
    public override int Categories => Math.Max(1, categories.Count);

    public static CodeEncoder Fit(string name, IReadOnlyList<string> values) => new(name, Known(values));

    public override void Encode(string category, Span<float> row) => row[0] = codes.TryGetValue(category, out var code) ? code : float.NaN;

    public override JsonObject Save() => new() { ["categories"] = Json.Texts(categories) };
}
