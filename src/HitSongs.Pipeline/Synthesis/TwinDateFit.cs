namespace HitSongs.Pipeline.Synthesis;

/// <summary>In which months songs come out, and how precisely their dates are known.</summary>
internal static class TwinDateFit
{
    public const int Eras = 3;

    public static int EraOf(int year) => year < 1990 ? 0 : year < 2010 ? 1 : 2;

    public static TwinDates Of(List<LabelledSong> songs)
    {
        var dates = songs.ConvertAll(song => song.Song.Released!);
        // Half a song for every month: no month is impossible.
        var months = Enumerable.Range(1, 12).Select(month => dates.Count(date => date.Month == month) + 0.5).ToArray();
        double[] Shares(Func<ReleaseDate, bool> which) => Enumerable.Range(0, Eras)
            .Select(era => dates.Where(date => EraOf(date.Year) == era).ToList())
            .Select(era => era.Count == 0 ? 0 : Digits.Round((double)era.Count(which) / era.Count, 2)).ToArray();
        return new TwinDates(
            Digits.Round(months.Select(month => month / months.Sum()), 2), Shares(date => date.Month is null), Shares(date => date is { Month: 1, Day: 1 }));
    }
}
