namespace TorchSharp.Generation;

/// <summary>The tables and templates this program was built with.</summary>
internal static class Table
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"there is no table {name}"));
        return reader.ReadToEnd();
    }

    /// <summary>
    /// What is neither empty nor a remark. "define NAME text" puts the text where the name stands in later lines; "for a:b c:d do line"
    /// stands for a line each, in which $1 is a and c, $2 is b and d.
    /// </summary>
    public static IEnumerable<string> Lines(string name)
    {
        var defined = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Text(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var whole = defined.Aggregate(line, (text, definition) => text.Replace(definition.Key, definition.Value));
            if (whole.StartsWith("define ", StringComparison.Ordinal)) defined.Add(whole.Split(' ')[1], whole.Split(' ', 3)[2]);
            else foreach (var one in Repeated(whole)) yield return one;
        }
    }

    private static IEnumerable<string> Repeated(string line)
    {
        if (!line.StartsWith("for ", StringComparison.Ordinal)) return [line];
        var at = line.IndexOf(" do ", StringComparison.Ordinal);
        return line[4..at].Split(' ').Select(words => words.Split(':').Index()
            .Aggregate(line[(at + 4)..], (text, word) => text.Replace($"${word.Index + 1}", word.Item)));
    }
}
