using HitSongs.Demonstrations;

namespace HitSongs.Collecting.Run;

/// <summary>Whether what a program handed back as a figure is one: it may have written anything.</summary>
internal static class FigureCheck
{
    private const int MostText = 300;

    private static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool IsSound(DrawnFigure? figure) => figure is { Name.Length: > 0 and <= MostText, Plots: not null, Png: not null }
        && figure.Name.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && IsPng(figure.Png)
        && figure.Plots.All(plot => plot is { Title: not null, XLabel: not null, YLabel: not null, Legend: not null, Values: not null }
            && plot.Legend.All(IsText) && plot.Values.All(value => value is not null && IsText(value.Series) && IsText(value.Label)));

    private static bool IsText(string? text) => text is { Length: <= MostText };

    private static bool IsPng(string base64)
    {
        var start = new byte[12];
        return base64.Length >= 16 && Convert.TryFromBase64String(base64[..16], start, out _) && start.AsSpan().StartsWith(PngSignature)
            && Convert.TryFromBase64Chars(base64, new byte[base64.Length], out _);
    }
}
