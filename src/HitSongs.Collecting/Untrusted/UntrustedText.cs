namespace HitSongs.Collecting.Untrusted;

/// <summary>Text that a stranger wrote, made fit for messages.</summary>
internal static class UntrustedText
{
    private const int MaxLine = 300;

    /// <summary>The first line with anything on it, fit for a line of feedback.</summary>
    public static string FirstLine(string output) => OneLine(output.Split('\n').FirstOrDefault(line => line.Trim().Length > 0) ?? "without a message");

    /// <summary>Fit for a line of feedback: short, and without characters that steer a terminal or turn the direction of what follows.</summary>
    public static string OneLine(string? text)
    {
        var line = SteeringCharacters.Replace((text ?? "").ReplaceLineEndings(" ").Trim());
        return line.Length <= MaxLine ? line : $"{line[..(char.IsHighSurrogate(line[MaxLine - 1]) ? MaxLine - 1 : MaxLine)]}…";
    }
}
