using System.Text.Json.Serialization;

namespace HitSongs.Grading.Readers;

/// <summary>Classifier of passages that state a criterion, its opposite, or neither: two linear functions of a vector.</summary>
/// <param name="States">Weights, in base 64.</param>
/// <param name="StatesScale">By which they are multiplied.</param>
/// <param name="StatesBias">Added to the product.</param>
/// <param name="Opposes">The same for the opposite.</param>
public sealed record ReadingHead(byte[] States, double StatesScale, double StatesBias, byte[] Opposes, double OpposesScale, double OpposesBias)
{
    private const double Largest = 12;

    [JsonIgnore]
    internal bool IsSound => States.Length == PassageVector.Size && Opposes.Length == PassageVector.Size;

    /// <summary>The log-odds that a passage states the criterion, and that it states the opposite; both from −12 to 12.</summary>
    internal PassageReading Read(PassageVector vector)
    {
        var states = (Dot(States, vector.Values) * StatesScale) + StatesBias;
        var opposes = (Dot(Opposes, vector.Values) * OpposesScale) + OpposesBias;

        // Three classes, of which the third, neither, has the weight 0.
        return new PassageReading(Odds(states, opposes), Odds(opposes, states));
    }

    /// <summary>Rounds weights to bytes.</summary>
    public static (byte[] Weights, double Scale) Rounded(ReadOnlySpan<float> weights)
    {
        var most = 1e-9f;
        foreach (var weight in weights)
        {
            most = MathF.Max(most, MathF.Abs(weight));
        }

        var bytes = new byte[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            bytes[i] = (byte)(sbyte)MathF.Round(weights[i] / most * 127);
        }

        return (bytes, most / 127 / PassageVector.Steps);
    }

    private static double Odds(double one, double other) => Math.Clamp(one - Math.Log(1 + Math.Exp(Math.Min(other, 50))), -Largest, Largest);

    // Whole numbers: the order in which they are added cannot matter.
    private static int Dot(byte[] weights, sbyte[] values)
    {
        var sum = 0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += (sbyte)weights[i] * values[i];
        }

        return sum;
    }
}

/// <summary>Reading of a passage by a head.</summary>
/// <param name="States">Log-odds that it states the criterion.</param>
/// <param name="Opposes">Log-odds that it states the opposite.</param>
internal readonly record struct PassageReading(double States, double Opposes);
