using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>
/// How like one song is to each of many: what others than audio make of it, and likeness in audio times what that counts. All is filled
/// anew for every song; an exchange of values renews only the part that it touches.
/// </summary>
internal sealed class LikenessLine(Likeness likeness, KernelColumns songs)
{
    private readonly Vector<float>[] squares = new Vector<float>[songs.Vectors];
    private readonly Vector<float>[] year = new Vector<float>[songs.Vectors];
    private readonly Vector<float>[] rest = new Vector<float>[songs.Vectors];
    private readonly Vector<float>[] all = new Vector<float>[songs.Vectors];

    /// <summary>Squared distances in audio.</summary>
    public Vector<float>[] AudioSquares { get; } = new Vector<float>[songs.Vectors];

    /// <summary>Likeness in audio, 1 at distance 0.</summary>
    public Vector<float>[] Audio { get; } = new Vector<float>[songs.Vectors];

    /// <summary>What likeness in audio counts between the songs.</summary>
    public Vector<float>[] AudioStrength { get; } = new Vector<float>[songs.Vectors];

    /// <summary>The part of likeness that is not audio's.</summary>
    public Vector<float>[] Others { get; } = new Vector<float>[songs.Vectors];

    /// <summary>How like a song is to the first so many; overwritten by the next call.</summary>
    public ReadOnlySpan<float> Of(KernelPoints points, int row, int count) =>
        MemoryMarshal.Cast<Vector<float>, float>(Of(points, row, KernelColumns.VectorsOf(count), all))[..count];

    /// <summary>How like a song is to all; overwritten by the next call.</summary>
    public ReadOnlySpan<Vector<float>> Of(KernelPoints points, int row) => Of(points, row, songs.Vectors, all);

    /// <summary>Measures distances: the part of the work that the song's categories have no say in.</summary>
    public void Place(KernelPoints points, int row) => Place(points, row, songs.Vectors);

    /// <summary>Finds what each likeness counts, for a song that has the categories of a row.</summary>
    public void Settle(KernelPoints points, int row) => Settle(points.CodesOf(row), songs.Vectors);

    private ReadOnlySpan<Vector<float>> Of(KernelPoints points, int row, int vectors, Span<Vector<float>> sums)
    {
        Place(points, row, vectors);
        Settle(points.CodesOf(row), vectors);
        for (var i = 0; i < vectors; i++)
            sums[i] = Others[i] + (AudioStrength[i] * Audio[i]);
        return sums[..vectors];
    }

    private void Place(KernelPoints points, int row, int vectors)
    {
        Closeness.Matern(Measured(songs.Audio, points.AudioOf(row), AudioSquares.AsSpan(0, vectors)), likeness.AudioScale, Audio);
        if (!likeness.Everything)
            return;
        Closeness.Gauss(Measured(songs.Year, [points.Year[row]], squares.AsSpan(0, vectors)), likeness.YearScale, year);
        Closeness.Gauss(Measured(songs.Rest, points.RestOf(row), squares.AsSpan(0, vectors)), likeness.RestScale, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Settle(ReadOnlySpan<float> codes, int vectors)
    {
        var (everything, categories, audio, ofYear, ofRest) = (likeness.Everything, likeness.Categories, likeness.Audio, likeness.Year, likeness.Rest);
        var style = new Vector<float>((float)likeness.Style);
        for (var i = 0; i < vectors; i++)
        {
            var (genre, subgenre) = (Same(songs.Codes[0][i], codes[0]), Same(songs.Codes[1][i], codes[1]));
            var sum = categories.Of(genre, subgenre) + (Same(songs.Codes[2][i], codes[2]) * style);
            if (everything)
                sum += (year[i] * ofYear.Of(genre, subgenre)) + (rest[i] * ofRest.Of(genre, subgenre));
            Others[i] = sum;
            AudioStrength[i] = audio.Of(genre, subgenre);
        }
    }

    private static ReadOnlySpan<Vector<float>> Measured(Vector<float>[][] columns, ReadOnlySpan<float> point, Span<Vector<float>> squares)
    {
        squares.Clear();
        for (var i = 0; i < columns.Length; i++)
            Closeness.AddSquares(columns[i], point[i], 1, squares);
        return squares;
    }

    /// <summary>1 or 0. A category that training has not seen is −1 in songs to predict, and no training song has that.</summary>
    private static Vector<float> Same(Vector<float> codes, float code) =>
        Vector.ConditionalSelect(Vector.Equals(codes, new Vector<float>(code)), Vector<float>.One, Vector<float>.Zero);
}
