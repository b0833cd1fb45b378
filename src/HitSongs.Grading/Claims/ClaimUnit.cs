using System.Globalization;
using System.Text.RegularExpressions;

namespace HitSongs.Grading.Claims;

/// <summary>Unit of a claimed number, and the other ways to write it: 210 s is 3.5 minutes, 3:30 or 210,000 ms.</summary>
/// <param name="Name">As a rubric names it under `unit:`.</param>
/// <param name="Plural">As feedback names it.</param>
/// <param name="Forms">Words for it and for its multiples, in lower case and the singular, with how many of it each is.</param>
internal sealed partial record ClaimUnit(string Name, string Plural, IReadOnlyDictionary<string, double> Forms)
{
    private const double Minute = 60;
    private const double Thousandth = 0.001;

    private static readonly ClaimUnit Seconds = new("s", "seconds", new Dictionary<string, double>
    {
        ["s"] = 1,
        ["sec"] = 1,
        ["second"] = 1,
        ["ms"] = Thousandth,
        ["msec"] = Thousandth,
        ["millisecond"] = Thousandth,
        ["min"] = Minute,
        ["minute"] = Minute,
    });

    private static readonly ClaimUnit[] Known =
    [
        Seconds,
        new("dB", "dB", new Dictionary<string, double> { ["db"] = 1, ["decibel"] = 1 }),
        new("BPM", "beats per minute", new Dictionary<string, double> { ["bpm"] = 1, ["beats per minute"] = 1 }),
    ];

    /// <summary>Unit names for rubrics.</summary>
    public static string[] Names => [.. Known.Select(unit => unit.Name)];

    public static ClaimUnit Named(string name) =>
        Array.Find(Known, unit => unit.Name == name) ?? throw new ArgumentException($"{name} is no unit", nameof(name));

    /// <summary>The unit that stands where a number ends.</summary>
    /// <returns>Null where none does; the factor makes a number of it one of the unit's own.</returns>
    public static (ClaimUnit Unit, double Factor, int End)? At(string text, int end)
    {
        if (Behind().Match(text, end) is not { Success: true } behind)
        {
            return null;
        }

        var word = behind.Groups["unit"].Value.ToLower(CultureInfo.InvariantCulture);
        foreach (var form in new[] { word, word.TrimEnd('s') })
        {
            if (Array.Find(Known, unit => unit.Forms.ContainsKey(form)) is { } unit)
            {
                return (unit, unit.Forms[form], behind.Index + behind.Length);
            }
        }

        return null;
    }

    /// <summary>The seconds of 3:31; null for another unit or text.</summary>
    public double? OfClock(string text) =>
        this == Seconds && Clock().Match(text) is { Success: true } clock
            ? (Minute * double.Parse(clock.Groups["minutes"].Value, CultureInfo.InvariantCulture))
                + double.Parse(clock.Groups["seconds"].Value, CultureInfo.InvariantCulture)
            : null;

    [GeneratedRegex(@"\G[ \u00A0\u2009\u202F-]?(?<unit>beats per minute|\p{L}{1,12})(?!\p{L})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Behind();

    [GeneratedRegex("^(?<minutes>[0-9]{1,3}):(?<seconds>[0-5][0-9])$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clock();
}
