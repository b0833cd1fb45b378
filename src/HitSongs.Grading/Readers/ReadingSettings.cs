using System.Security.Cryptography;
using System.Text.Json;
using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Readers;

/// <summary>Mapping of passage readings to probabilities, and where a person should look: the content of <c>reading.json</c> beside rubric.yaml.</summary>
/// <param name="Encoder">The encoder that it was fitted with.</param>
/// <param name="Concept">Of concepts.</param>
/// <param name="Misconception">Of misconceptions.</param>
/// <param name="Scope">What tells what an author does with a passage; null where nothing was learnt of it.</param>
public sealed record ReadingSettings(string Encoder, ReadingCurve Concept, ReadingCurve Misconception, ScopeHeads? Scope = null)
{
    /// <summary>Its name.</summary>
    public const string FileName = "reading.json";

    /// <summary>The name of the encoder's weights, beside it.</summary>
    public const string EncoderFileName = "encoder.safetensors";

    private const string Remedy = "Learn it anew: hitsongs rubric learn";

    /// <summary>The file's content.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GradingJson.Options) + "\n";

    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public static ReadingSettings Read(string path) => GradingJson.Read<ReadingSettings>(File.ReadAllText(path), FileName, Remedy);

    /// <summary>Whether the encoder in a rubric's folder is the one that the settings are for; null where it is, and where there are no settings.</summary>
    internal static InvalidInputException? FaultIn(string rubric)
    {
        var (path, encoder) = (Path.Combine(rubric, FileName), Path.Combine(rubric, EncoderFileName));
        if (!File.Exists(path))
        {
            return null;
        }

        var digest = File.Exists(encoder) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(encoder))) : null;
        return digest == Read(path).Encoder
            ? null
            : new InvalidInputException(FileName, null, $"{EncoderFileName} is {(digest is null ? "missing" : "another one")}", Remedy);
    }

    /// <summary>That of the nearest folder above a question that has one; null where there is none.</summary>
    internal static ReadingSettings? Above(string path)
    {
        for (var folder = Path.GetDirectoryName(Path.GetFullPath(path)); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, FileName)))
            {
                return Read(Path.Combine(folder, FileName));
            }
        }

        return null;
    }
}

/// <summary>The probability that a criterion is stated, as a logistic function, and the two cuts between which a person should look.</summary>
/// <param name="States">Weight of the log-odds of the passage that states it best.</param>
/// <param name="Opposes">Weight of the log-odds of the passage that states its opposite best.</param>
/// <param name="RestStated">Weight of the share of the other concepts that the answer states.</param>
/// <param name="RestOpposed">Weight of the share of the other concepts of which it states the opposite.</param>
/// <param name="Bias">Added to these.</param>
/// <param name="Fails">Below it nothing is given.</param>
/// <param name="Passes">From it on all is given.</param>
public sealed record ReadingCurve(double States, double Opposes, double RestStated, double RestOpposed, double Bias, double Fails, double Passes)
{
    /// <summary>Every sentence by itself, as the heads read it.</summary>
    public static ReadingCurve Plain { get; } = new(1, 0, 0, 0, 0, 0.5, 0.5);

    /// <summary>From it on something is proposed rather than nothing.</summary>
    internal double Middle => (Fails + Passes) / 2;

    /// <summary>Rounded, so that no processor's last digit moves it.</summary>
    internal double Probability(double states, double opposes, RestOfAnswer rest) =>
        Math.Round(1 / (1 + Math.Exp(-((States * states) + (Opposes * opposes) + (RestStated * rest.Stated) + (RestOpposed * rest.Opposed) + Bias))), 3);
}
