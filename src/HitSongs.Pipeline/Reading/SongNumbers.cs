using HitSongs.Songs;

namespace HitSongs.Pipeline.Reading;

/// <summary>Reads the numbers of records: audio features, popularity, hit.</summary>
internal sealed class SongNumbers(RecordFields fields, SongRows rows, SongReading reading)
{
    private readonly double[] audio = new double[AudioColumns.Names.Count];

    /// <summary>The audio features of the last record, by position of <see cref="AudioFeature"/>.</summary>
    public ReadOnlySpan<double> Audio => audio;

    /// <summary>Whether some fields of numbers hold words, and none a number.</summary>
    public bool AreWords(CsvSource record)
    {
        var words = 0;
        foreach (var feature in Enum.GetValues<AudioFeature>())
        {
            var text = fields.Text(record, feature);
            if (MissingText.Is(text))
                continue;
            if (TryNumber(text, out _) || SpokenValues.Of(feature, text) is not null)
                return false;
            words++;
        }

        return words > 0 && !(TryNumber(fields.Text(record, SongColumn.Popularity), out var popularity) && double.IsFinite(popularity));
    }

    /// <summary>Adds the numbers of a record to the rows.</summary>
    /// <exception cref="InvalidInputException">A field is no number.</exception>
    public void Read(CsvSource record)
    {
        List<string>? missing = null, spoken = null;
        for (var i = 0; i < audio.Length; i++)
        {
            var feature = (AudioFeature)i;
            var text = fields.Text(record, feature);
            if (!fields.Has(feature))
            {
                audio[i] = double.NaN;
            }
            else if (reading.HasDecimalCommas && feature is AudioFeature.DurationMs && SpokenValues.Grouped(text) is { } grouped)
            {
                // 215.947 is as many milliseconds, whether it is grouped or in seconds.
                audio[i] = grouped;
            }
            else if (!TryNumber(text, out audio[i]))
            {
                audio[i] = SpokenValues.Of(feature, text) ?? throw Wrong(record, feature, text);
                (spoken ??= []).Add(fields.Schema.Audio[i]!);
            }
            else if (double.IsNaN(audio[i]))
            {
                (missing ??= []).Add(fields.Schema.Audio[i]!);
            }

            rows.Audio(feature).Add(audio[i]);
        }

        rows.Popularity.Add(Popularity(record, ref spoken));
        rows.Hit.Add(Hit(record, ref spoken));
        if (missing is not null)
            rows.Findings.Add(new RowFinding(rows.Count, CleaningReason.MissingAudio, string.Join(", ", missing)));
        if (spoken is not null)
            rows.Findings.Add(new RowFinding(rows.Count, CleaningReason.InWords, string.Join(", ", spoken)));
    }

    private double Popularity(CsvSource record, ref List<string>? spoken)
    {
        var text = fields.Text(record, SongColumn.Popularity);
        if (!fields.Has(SongColumn.Popularity))
            return double.NaN;
        if (TryNumber(text, out var popularity))
            return popularity;
        (spoken ??= []).Add(fields.Schema[SongColumn.Popularity]!);
        return SpokenValues.Popularity(text)
            ?? throw fields.Wrong(record, SongColumn.Popularity, "a number", "Write it from 0 to 100, or leave the field empty where it is unknown");
    }

    private double Hit(CsvSource record, ref List<string>? spoken)
    {
        var text = fields.Text(record, SongColumn.Hit);
        if (!fields.Has(SongColumn.Hit))
            return double.NaN;
        if (TryNumber(text, out var hit) && (double.IsNaN(hit) || hit is 0 or 1))
            return hit;
        (spoken ??= []).Add(fields.Schema[SongColumn.Hit]!);
        return SpokenValues.Truth(text) ?? throw fields.Wrong(record, SongColumn.Hit, "0 or 1", "Write 1 for a hit and 0 for another song");
    }

    /// <param name="value">Not a number where the field says that it has none.</param>
    /// <returns>False where the field is neither a number nor empty.</returns>
    private bool TryNumber(ReadOnlySpan<byte> text, out double value)
    {
        if (DecimalText.TryRead(text, out value))
            return true;
        value = double.NaN;
        if (MissingText.Is(text))
            return true;
        var comma = text.IndexOf((byte)',');
        if (!reading.HasDecimalCommas || comma < 0 || text.Length > 40)
            return false;
        Span<byte> point = stackalloc byte[text.Length];
        text.CopyTo(point);
        point[comma] = (byte)'.';
        return DecimalText.TryRead(point, out value);
    }

    private InvalidInputException Wrong(CsvSource record, AudioFeature feature, ReadOnlySpan<byte> text) => DecimalText.IsInfinite(text)
        ? fields.Wrong(record, feature, "a finite number", "Leave the field empty where the value is unknown")
        : fields.Wrong(record, feature, "a number", Remedy(feature));

    private static string Remedy(AudioFeature feature) => feature switch
    {
        AudioFeature.Key => "Write a pitch class from 0 (C) to 11 (B), −1 for none, or a name such as C#",
        AudioFeature.Mode => "Write 1 for major and 0 for minor",
        AudioFeature.DurationMs => "Write milliseconds, or minutes and seconds such as 3:45",
        AudioFeature.TimeSignature => "Write the beats of a bar, such as 4",
        _ => "Write it with a decimal point, or leave the field empty where the value is unknown",
    };
}
