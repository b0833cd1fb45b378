using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Keeps the figures of a twin in a JSON file.</summary>
public static class TwinFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(string path, TwinParameters parameters)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        File.WriteAllText(path, JsonSerializer.Serialize(parameters, Options) + "\n");
    }

    /// <exception cref="InvalidInputException">The file is missing, no JSON, or its figures do not fit together.</exception>
    public static TwinParameters Read(string path)
    {
        const string remedy = "Make it anew with hitsongs data fit FILE… --out PARAMETERS.json";
        try
        {
            var parameters = JsonSerializer.Deserialize<TwinParameters>(File.ReadAllText(path), Options);
            return parameters is not null && Fits(parameters) ? parameters : throw new InvalidInputException(path, null, "its figures do not fit together", remedy);
        }
        catch (JsonException e)
        {
            throw new InvalidInputException(path, (int?)e.LineNumber + 1, "it does not hold the figures of a synthetic twin", remedy, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidInputException(path, null, "the figures cannot be read", "Name the file with --parameters PARAMETERS.json, or make it with hitsongs data fit", e);
        }
    }

    private static bool Fits(TwinParameters twin)
    {
        const int columns = 11;
        const int triangle = columns * (columns + 1) / 2;
        var main = twin.Cells.Count + twin.Genres.Count + columns;
        var inputs = main + TwinScale.Squared.Count + (twin.Interacting.Count * columns);
        return twin.Schema == TwinParameters.Format
            && twin.Columns.SequenceEqual(TwinScale.Names, StringComparer.Ordinal)
            && twin.Levels.Count > 1 && twin.Levels.Zip(twin.Levels.Skip(1)).All(pair => pair.First < pair.Second)
            && twin.Means.Count == columns && twin.Deviations.Count == columns && twin.Deviations.All(deviation => deviation > 0)
            && twin.Correlations.Count == triangle
            && twin.Genres.Count > 0 && twin.Genres.All(genre => genre.Quantiles.Count == columns && genre.Quantiles.All(q => q.Count == twin.Levels.Count)
                && genre.Correlations is null or { Count: triangle } && genre.Keys.Count == 12 && genre.Bars.Count == 4)
            && twin.Cells.Count > 0 && twin.Cells.All(cell => cell.Genre >= 0 && cell.Genre < twin.Genres.Count && cell.Shift.Count == columns
                && cell.SpreadOfHits > 0 && cell.SpreadOfOthers > 0 && cell.Share >= 0)
            && twin.Hit.Weights.Count == inputs && twin.PopularityOfHits.Weights.Count == main && twin.PopularityOfOthers.Weights.Count == main
            && twin.Artists.Sizes.Count > 0 && twin.Artists.Likeness is >= 0 and < 1
            && twin.Dates is { Months.Count: 12, YearOnly.Count: TwinDateFit.Eras, FirstOfJanuary.Count: TwinDateFit.Eras };
    }
}
