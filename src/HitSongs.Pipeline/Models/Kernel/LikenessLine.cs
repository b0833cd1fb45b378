using System.Numerics;
using System.Runtime.CompilerServices;

namespace HitSongs.Pipeline;

/// <summary>
/// How like one song is to each of many: what others than audio make of it, and likeness in audio times what that counts. The arrays are filled
/// anew for every song; an exchange of values renews only the one that it touches.
/// </summary>
internal sealed class LikenessLine(Likeness likeness, KernelColumns songs)
{
    private readonly float[] year = new float[songs.Length];
    private readonly float[] rest = new float[songs.Length];
    private readonly float[] all = new float[songs.Length];

    /// <summary>Squared distances in audio.</summary>
    public float[] AudioSquares { get; } = new float[songs.Length];

    /// <summary>Likeness in audio, 1 at distance 0.</summary>
    public float[] Audio { get; } = new float[songs.Length];

    /// <summary>What likeness in audio counts between the songs.</summary>
    public float[] AudioStrength { get; } = new float[songs.Length];

    /// <summary>The part of likeness that is not audio's.</summary>
    public float[] Others { get; } = new float[songs.Length];

    /// <returns>The likeness of a song to each; overwritten by the next call.</returns>
    public float[] Of(KernelPoints points, int row)
    {
        Place(points, row);
        Settle(points, row);
        for (var i = 0; i < all.Length; i += Vector<float>.Count)
            (new Vector<float>(Others, i) + (new Vector<float>(AudioStrength, i) * new Vector<float>(Audio, i))).CopyTo(all, i);
        return all;
    }

    /// <summary>Measures distances: the part of the work that the song's categories have no say in.</summary>
    public void Place(KernelPoints points, int row)
    {
        Measure(songs.Audio, points.AudioOf(row), AudioSquares);
        AudioSquares.CopyTo(Audio, 0);
        Closeness.Matern(Audio, likeness.AudioScale);
        if (!likeness.Everything)
            return;
        Measure(songs.Year, [points.Year[row]], year);
        Closeness.Gauss(year, likeness.YearScale);
        Measure(songs.Rest, points.RestOf(row), rest);
        Closeness.Gauss(rest, likeness.RestScale);
    }

    /// <summary>Finds what each likeness counts, now that a song has the categories of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Settle(KernelPoints points, int row)
    {
        var codes = points.CodesOf(row);
        var (categories, audio, ofYear, ofRest, style) = (likeness.Categories, likeness.Audio, likeness.Year, likeness.Rest, (float)likeness.Style);
        for (var i = 0; i < all.Length; i += Vector<float>.Count)
        {
            var (genre, subgenre) = (Same(songs.Codes[0], codes[0], i), Same(songs.Codes[1], codes[1], i));
            var sum = categories.Of(genre, subgenre) + (Same(songs.Codes[2], codes[2], i) * style);
            if (likeness.Everything)
                sum += (new Vector<float>(year, i) * ofYear.Of(genre, subgenre)) + (new Vector<float>(rest, i) * ofRest.Of(genre, subgenre));
            sum.CopyTo(Others, i);
            audio.Of(genre, subgenre).CopyTo(AudioStrength, i);
        }
    }

    private static void Measure(float[][] columns, ReadOnlySpan<float> point, float[] squares)
    {
        Array.Clear(squares);
        for (var i = 0; i < columns.Length; i++)
            Closeness.AddSquares(columns[i], point[i], 1, squares);
    }

    /// <summary>A category that training has not seen is −1 in songs to predict, and no training song has that.</summary>
    private static Vector<float> Same(float[] codes, float code, int at) =>
        Vector.ConditionalSelect(Vector.Equals(new Vector<float>(codes, at), new Vector<float>(code)), Vector<float>.One, Vector<float>.Zero);
}
