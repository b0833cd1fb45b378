using HitSongs.Pipeline.Analysis;

namespace HitSongs.Pipeline.Synthesis;

/// <summary>Draws songs from the figures of a twin; the same figures and seed give the same songs on every machine.</summary>
internal sealed class TwinSampler
{
    private static readonly double[] Bars = [1, 3, 4, 5];

    private static readonly int[] ColumnOf = Enum.GetValues<AudioFeature>().Select(feature => TwinScale.Audio.ToList().IndexOf(feature)).ToArray();

    private readonly TwinParameters parameters;
    private readonly SeededRandom random;
    private readonly TwinDesign design;
    private readonly double[][,] factors;

    public TwinSampler(TwinParameters parameters, SeededRandom random)
    {
        this.parameters = parameters;
        this.random = random;
        design = new TwinDesign(parameters.Cells.Count, parameters.Genres.Count, parameters.Interacting);
        factors = parameters.Genres.Select(genre => TriangularFactor.Of(genre.Correlations ?? parameters.Correlations, TwinScale.Count)).ToArray();
    }

    public IReadOnlyList<SyntheticSong> Draw(int count)
    {
        var drafts = Enumerable.Range(0, count).Select(_ => DrawAudio()).ToArray();
        var artists = DrawArtists(drafts);
        return drafts.Select((draft, i) => Finish(i + 1, draft, artists[i])).ToList();
    }

    private Draft DrawAudio()
    {
        var cell = Pick(parameters.Cells.Count, i => parameters.Cells[i].Share);
        var genre = parameters.Genres[parameters.Cells[cell].Genre];
        var factor = factors[parameters.Cells[cell].Genre];
        Span<double> normal = stackalloc double[TwinScale.Count];
        for (var i = 0; i < normal.Length; i++)
            normal[i] = Normal();
        var values = new double[TwinScale.Count];
        for (var i = 0; i < values.Length; i++)
        {
            var z = parameters.Cells[cell].Shift[i];
            for (var j = 0; j <= i; j++)
                z += factor[i, j] * normal[j];
            values[i] = Written(i, TwinScale.FromScale(i, Between(genre.Quantiles[i], PortableMath.NormalShare(z))));
        }

        return new Draft(cell, parameters.Cells[cell].Genre, values);
    }

    private double Between(IReadOnlyList<double> quantiles, double share)
    {
        var i = 1;
        while (i < parameters.Levels.Count - 1 && parameters.Levels[i] < share)
            i++;
        var part = (share - parameters.Levels[i - 1]) / (parameters.Levels[i] - parameters.Levels[i - 1]);
        return quantiles[i - 1] + (Math.Clamp(part, 0, 1) * (quantiles[i] - quantiles[i - 1]));
    }

    /// <summary>With the digits that the public files have.</summary>
    private static double Written(int column, double value) => TwinScale.Names[column] switch
    {
        SongColumns.ReleaseYear or "duration_ms" => Math.Round(value),
        "loudness" or "tempo" => Math.Round(value, 3),
        "instrumentalness" when value < 1e-6 => 0,
        _ => Math.Clamp(Digits.Round(value, 3), 0, 1),
    };

    /// <summary>Artists stay within a genre and have as many songs as artists of the figures do.</summary>
    private (int Artist, int Guest, double Standing)[] DrawArtists(Draft[] drafts)
    {
        var drawn = new (int, int, double)[drafts.Length];
        var artists = 0;
        for (var genre = 0; genre < parameters.Genres.Count; genre++)
        {
            var members = Enumerable.Range(0, drafts.Length).Where(i => drafts[i].Genre == genre).ToArray();
            random.Shuffle(members.AsSpan());
            var first = artists;
            for (var next = 0; next < members.Length; artists++)
            {
                var standing = Normal();
                var size = 1 + Pick(parameters.Artists.Sizes.Count, i => parameters.Artists.Sizes[i]);
                for (; size > 0 && next < members.Length; size--)
                    drawn[members[next++]] = (artists, -1, standing);
            }

            foreach (var i in members)
            {
                var guest = random.Uniform() < parameters.Artists.Guests ? first + random.Below(artists - first) : -1;
                drawn[i].Item2 = guest == drawn[i].Item1 ? -1 : guest;
            }
        }

        return drawn;
    }

    private SyntheticSong Finish(int number, Draft draft, (int Artist, int Guest, double Standing) artist)
    {
        var standardised = new double[TwinScale.Count];
        for (var i = 0; i < standardised.Length; i++)
            standardised[i] = TwinScale.Standardise(i, draft.Values[i], parameters);
        var (hit, popularity) = DrawPopularity(draft, standardised, artist.Standing);
        var genre = parameters.Genres[draft.Genre];
        var key = Pick(12, i => genre.Keys[i]);
        var mode = random.Uniform() < genre.Major ? 1 : 0;
        var bars = Bars[Pick(Bars.Length, i => genre.Bars[i])];
        double Value(AudioFeature feature) => feature switch
        {
            AudioFeature.Key => key,
            AudioFeature.Mode => mode,
            AudioFeature.TimeSignature => bars,
            _ => draft.Values[ColumnOf[(int)feature]],
        };
        var name = $"Synthetic artist {artist.Artist + 1}";
        return new SyntheticSong(
            number,
            artist.Guest < 0 ? name : $"{name}, Synthetic artist {artist.Guest + 1}",
            new SyntheticPlaylist(draft.Cell + 1, genre.Name, parameters.Cells[draft.Cell].Subgenre),
            popularity,
            hit,
            DrawDate((int)draft.Values[TwinScale.Year]),
            Enum.GetValues<AudioFeature>().Select(Value).ToArray());
    }

    private (bool Hit, int Popularity) DrawPopularity(Draft draft, double[] standardised, double standing)
    {
        // An artist's standing enters the logit with the likeness that was found; the logistic distribution has variance π²/3.
        var likeness = parameters.Artists.Likeness;
        var reach = Math.Sqrt(likeness / (1 - likeness) * 3.289868133696453);
        var logit = design.Row(draft.Cell, draft.Genre, standardised, mainOnly: false).Dot(parameters.Hit.Intercept, parameters.Hit.Weights);
        var hit = random.Uniform() < PortableMath.Logistic((logit * Math.Sqrt(1 + (reach * reach / 3.289868133696453))) + (reach * standing));

        var weights = hit ? parameters.PopularityOfHits : parameters.PopularityOfOthers;
        var mean = design.Row(draft.Cell, draft.Genre, standardised, mainOnly: true).Dot(weights.Intercept, weights.Weights);
        var spread = hit ? parameters.Cells[draft.Cell].SpreadOfHits : parameters.Cells[draft.Cell].SpreadOfOthers;
        var (low, high) = hit ? (parameters.HitThreshold, 100) : (parameters.LowestPopularity, parameters.HitThreshold - 1);
        var (from, to) = (PortableMath.NormalShare(Math.Clamp((low - 0.5 - mean) / spread, -7, 7)), PortableMath.NormalShare(Math.Clamp((high + 0.5 - mean) / spread, -7, 7)));
        var value = mean + (spread * PortableMath.NormalQuantile(from + (random.Uniform() * (to - from))));
        return (hit, (int)Math.Clamp(Math.Round(value), Math.Ceiling(low), Math.Floor(high)));
    }

    private string DrawDate(int year)
    {
        var era = TwinDateFit.EraOf(year);
        var month = 1 + Pick(12, i => parameters.Dates.Months[i]);
        var day = 1 + random.Below(28);
        var share = random.Uniform();
        if (share < parameters.Dates.YearOnly[era])
            return $"{year}";
        return share < parameters.Dates.YearOnly[era] + parameters.Dates.FirstOfJanuary[era] ? $"{year}-01-01" : $"{year}-{month:00}-{day:00}";
    }

    private double Normal() => PortableMath.NormalQuantile(random.Uniform());

    private int Pick(int count, Func<int, double> weight)
    {
        var total = 0.0;
        for (var i = 0; i < count; i++)
            total += weight(i);
        var target = random.Uniform() * total;
        for (var i = 0; i < count - 1; i++)
        {
            target -= weight(i);
            if (target < 0)
                return i;
        }

        return count - 1;
    }

    /// <summary>A song that has no artist, label or date yet.</summary>
    /// <param name="Values">By column of the twin.</param>
    private sealed record Draft(int Cell, int Genre, double[] Values);
}
