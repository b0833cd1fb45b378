namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>One public member of TorchSharp as the list beside the repository tells it.</summary>
/// <param name="Owner">The type, such as "torch.Tensor".</param>
/// <param name="Text">The whole description.</param>
internal sealed record ReferenceMember(string Owner, string Text);

/// <summary>The list of TorchSharp's public members. It lies beside the repository, not in it.</summary>
internal static class ReferenceSurface
{
    private const string Place = "shared/reference/torchsharp-public-api.txt";

    /// <summary>The list's file, looked for from <paramref name="start"/> upwards; null where there is none.</summary>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, Place);
            if (File.Exists(file)) return file;
        }
        return null;
    }

    /// <summary>The indented lines of the list are members; the others name types.</summary>
    public static IReadOnlyList<ReferenceMember> Parse(IEnumerable<string> lines) =>
        [.. lines.Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim()).Select(text => new ReferenceMember(Owner(text), text))];

    // What stands before the last dot of the name; dots and spaces within <…> are not of the name.
    private static string Owner(string text)
    {
        var (depth, dot) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<') depth++;
            else if (text[i] == '>') depth--;
            else if (depth == 0 && text[i] == '.') dot = i;
            else if (depth == 0 && text[i] is '(' or '[' or '{' or ':') break;
        }
        return text[..dot];
    }
}
