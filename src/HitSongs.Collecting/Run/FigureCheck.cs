using HitSongs.Demonstrations;

namespace HitSongs.Collecting.Run;

/// <summary>Whether what a program handed back as a figure is one: it may have written anything.</summary>
internal static class FigureCheck
{
    /// <summary>Signature, and the chunk that tells width and height.</summary>
    private const int LeastPng = 33;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsSound(DrawnFigure? figure) =>
        figure is { Name.Length: > 0, Plots.Count: > 0 and <= HandbackLimits.Plots, Png: not null }
        && IsText(figure.Name)
        && figure.Name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && figure.Png.Length + (figure.Svg?.Length ?? 0) <= HandbackLimits.PictureCharacters
        && IsPng(figure.Png)
        && figure.Plots.All(plot => plot is { Legend.Count: <= HandbackLimits.ValuesOfPlot, Values: not null }
            && IsText(plot.Title) && IsText(plot.XLabel) && IsText(plot.YLabel) && plot.Legend.All(IsText)
            && plot.Values.All(value => value is not null && IsText(value.Series) && IsText(value.Label)))
        && figure.Plots.Sum(plot => plot.Values.Count) <= HandbackLimits.ValuesOfFigure;

    private static bool IsText(string? text) => text is { Length: <= HandbackLimits.LongestText } && SoundText.IsWhole(text);

    /// <summary>Of the digits of base 64 alone: readers of it pass over spaces, and then count wrongly.</summary>
    private static bool IsPng(string base64)
    {
        var bytes = new byte[base64.Length];
        return base64.All(digit => char.IsAsciiLetterOrDigit(digit) || digit is '+' or '/' or '=')
            && Convert.TryFromBase64Chars(base64, bytes, out var length) && length >= LeastPng && bytes.AsSpan().StartsWith(PngSignature);
    }
}
