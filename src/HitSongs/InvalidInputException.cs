namespace HitSongs;

/// <summary>Something that a user handed in is wrong: told in one line, exit code 2.</summary>
public sealed class InvalidInputException : Exception
{
    private const int Longest = 1000;

    /// <param name="file">The file as the user named it.</param>
    /// <param name="line">1 for the first line; null where the whole file is meant.</param>
    /// <param name="problem">What is wrong, without a full stop.</param>
    /// <param name="remedy">What to do about it, without a full stop.</param>
    public InvalidInputException(string file, int? line, string problem, string remedy, Exception? cause = null)
        : base(OneLine($"{file}{(line is null ? "" : $":{line}")}: {problem}. {remedy}."), cause)
    {
        File = file;
        Line = line;
    }

    /// <summary>The file, as the user named it.</summary>
    public string File { get; }

    /// <summary>1 for the first line; null where the whole file is meant.</summary>
    public int? Line { get; }

    // What is wrong may be quoted from a stranger's file, and holds whatever that holds.
    private static string OneLine(string message)
    {
        var plain = SteeringCharacters.Replace(message.ReplaceLineEndings(" "));
        return plain.Length <= Longest ? plain : $"{plain.AsSpan(0, Longest)}…";
    }
}
