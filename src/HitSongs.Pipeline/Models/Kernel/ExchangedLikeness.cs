using System.Numerics;

namespace HitSongs.Pipeline.Models.Kernel;

/// <summary>
/// Predicts songs many times over with some of their columns exchanged. Squared distances are sums over coordinates: an exchange takes away what the
/// song's own values have added and adds what another's would; one of categories leaves all distances as they are.
/// </summary>
internal sealed class ExchangedLikeness(Likeness likeness, KernelColumns songs, Vector<float>[] weights)
{
    private readonly LikenessLine line = new(likeness, songs);
    private readonly Vector<float>[] audioWeights = new Vector<float>[songs.Vectors];
    private readonly Vector<float>[] left = new Vector<float>[songs.Vectors];
    private readonly Vector<float>[] exchanged = new Vector<float>[songs.Vectors];
    private float others;

    /// <returns>By exchange, by order, by row: the weighted sum over the songs that are like it.</returns>
    public float[][][] Of(KernelPoints rows, KernelPoints donors, IReadOnlyList<KernelExchange> exchanges)
    {
        float[][][] answers = [.. exchanges.Select(exchange => exchange.Orders.Select(order => new float[order.Length]).ToArray())];
        for (var row = 0; row < rows.Count; row++)
        {
            line.Place(rows, row);
            for (var i = 0; i < exchanges.Count; i++)
            {
                if (exchanges[i].Categories.Length > 0)
                    ExchangeCategories(rows, donors, row, exchanges[i], answers[i]);
            }

            // Afterwards the row has its own categories again.
            var plain = Settle(rows, row);
            for (var i = 0; i < exchanges.Count; i++)
            {
                if (exchanges[i].Categories.Length == 0)
                    ExchangeAudio(rows, donors, row, exchanges[i], plain, answers[i]);
            }
        }

        return answers;
    }

    private void ExchangeAudio(KernelPoints rows, KernelPoints donors, int row, KernelExchange exchange, float plain, float[][] answers)
    {
        var (orders, coordinates) = (exchange.Orders, exchange.Coordinates);
        var own = rows.AudioOf(row);
        line.AudioSquares.CopyTo(left, 0);
        foreach (var coordinate in coordinates)
            Closeness.AddSquares(songs.Audio[coordinate], own[coordinate], -1, left);
        for (var order = 0; order < orders.Count; order++)
        {
            var given = donors.AudioOf(orders[order][row]);
            // Features of few values often give what the row or an earlier order has had.
            var before = 0;
            while (before < order && !Same(given, donors.AudioOf(orders[before][row]), coordinates))
                before++;
            answers[order][row] = Same(given, own, coordinates) ? plain : before < order ? answers[before][row] : Answer(given, coordinates);
        }
    }

    private void ExchangeCategories(KernelPoints rows, KernelPoints donors, int row, KernelExchange exchange, float[][] answers)
    {
        var mixed = new KernelPoints(1, [], [], [], 0, rows.CodesOf(row).ToArray());
        for (var order = 0; order < answers.Length; order++)
        {
            var given = donors.CodesOf(exchange.Orders[order][row]);
            foreach (var category in exchange.Categories)
                mixed.Codes[category] = given[category];
            answers[order][row] = Settle(mixed, 0);
        }
    }

    /// <summary>Gives the row at hand the categories of a point.</summary>
    /// <returns>The weighted sum, with the row's own likenesses in audio.</returns>
    private float Settle(KernelPoints points, int row)
    {
        line.Settle(points, row);
        for (var i = 0; i < audioWeights.Length; i++)
            audioWeights[i] = line.AudioStrength[i] * weights[i];
        others = Closeness.Dot(line.Others, weights);
        return others + Closeness.Dot(line.Audio, audioWeights);
    }

    private float Answer(ReadOnlySpan<float> given, int[] coordinates)
    {
        left.CopyTo(exchanged, 0);
        foreach (var coordinate in coordinates)
            Closeness.AddSquares(songs.Audio[coordinate], given[coordinate], 1, exchanged);
        Closeness.Matern(exchanged, likeness.AudioScale, exchanged);
        return others + Closeness.Dot(exchanged, audioWeights);
    }

    private static bool Same(ReadOnlySpan<float> a, ReadOnlySpan<float> b, int[] coordinates)
    {
        foreach (var coordinate in coordinates)
        {
            if (a[coordinate] != b[coordinate])
                return false;
        }

        return true;
    }
}
