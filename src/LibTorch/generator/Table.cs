namespace TorchSharp.Generation;

/// <summary>The tables and templates this program was built with.</summary>
internal static class Table
{
    public static string Text(string name)
    {
        using var reader = new StreamReader(typeof(Table).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"there is no table {name}"));
        return reader.ReadToEnd();
    }

    /// <summary>What is neither empty nor a remark.</summary>
    public static IEnumerable<string> Lines(string name) => Text(name).Split('\n').Where(line => line.Length > 0 && line[0] != '#');
}
