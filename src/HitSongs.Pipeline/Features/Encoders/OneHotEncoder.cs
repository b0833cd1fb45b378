using System.Text.Json.Nodes;
using HitSongs.Pipeline.Models.Saving;

namespace HitSongs.Pipeline.Features.Encoders;

/// <summary>A column of 0 and 1 for each category of the training songs.</summary>
internal sealed class OneHotEncoder(string name, IReadOnlyList<string> categories) : CategoryEncoder
{
    private readonly Dictionary<string, int> codes = Numbered(categories);

    public override IReadOnlyList<string> Columns { get; } = categories.Select(category => $"{name}={category}").ToList();

    public static OneHotEncoder Fit(string name, IReadOnlyList<string> values) => new(name, Known(values));

    public override void Encode(string category, Span<float> row)
    {
        row.Clear();
        if (codes.TryGetValue(category, out var code))
            row[code] = 1;
    }

    public override JsonObject Save() => new() { ["categories"] = Json.Texts(categories) };
}
