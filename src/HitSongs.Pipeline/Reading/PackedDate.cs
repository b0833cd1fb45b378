namespace HitSongs.Pipeline.Reading;

/// <summary>A release date in four bytes; the default is no date. Month and day are 0 where they are not known.</summary>
internal readonly record struct PackedDate(int Number)
{
    public bool IsNone => Number == 0;

    public int Year => Number / 10_000;

    public int Month => Number / 100 % 100;

    public int Day => Number % 100;

    public static PackedDate Of(int year, int? month, int? day) => new((year * 10_000) + ((month ?? 0) * 100) + (day ?? 0));

    public ReleaseDate? ToReleaseDate() => IsNone ? null : new ReleaseDate(Year, Month == 0 ? null : Month, Day == 0 ? null : Day);
}
