using System.Text.RegularExpressions;

namespace HitSongs.Collecting.Importing;

/// <summary>The pictures that a cell left behind, as files and as figures of the answer.</summary>
internal static partial class CellPictures
{
    private const int MostBytes = 1 << 20;

    /// <summary>Adds them to the question: each as a file beside its answer, and as a figure with a caption.</summary>
    /// <returns>Why one was not added; null where all were.</returns>
    public static string? Add(ImportedQuestion question, ImportedCell cell)
    {
        var refused = 0;
        foreach (var (index, picture) in cell.Pictures.Index())
        {
            if (Bytes(picture.Base64) is not { Length: > 0 and <= MostBytes } bytes)
            {
                refused++;
                continue;
            }

            var name = $"cell-{cell.Number}{(index == 0 ? "" : $"-{index + 1}")}{picture.Extension}";
            question.Pictures[name] = bytes;
            var caption = Caption(cell.Text, index) ?? $"Figure of cell {cell.Number}";
            question.AddProse($"![{caption}]({name} \"{caption}\")\n");
        }

        return refused == 0 ? null : $"not imported: {refused} of the pictures of {cell.Name}: a picture has at most {MostBytes >> 20} MiB";
    }

    /// <summary>A Markdown cell's text with its attachments as files beside the answer, and the names of those that are none.</summary>
    public static (string Markdown, IReadOnlyList<string> Missing) Attached(ImportedQuestion question, ImportedCell cell, string markdown)
    {
        var missing = new List<string>();
        foreach (
            var (index, (name, picture)) in cell
                .Attachments.Where(attachment => markdown.Contains($"attachment:{attachment.Key}", StringComparison.Ordinal))
                .Index()
        )
        {
            if (picture is null || Bytes(picture.Base64) is not { Length: > 0 and <= MostBytes } bytes)
            {
                missing.Add(name);
                continue;
            }

            var file = $"attached-{cell.Number}-{index + 1}{picture.Extension}";
            question.Pictures[file] = bytes;
            markdown = markdown.Replace($"attachment:{name}", file, StringComparison.Ordinal);
        }

        return (markdown, missing);
    }

    /// <summary>Takes back what an earlier import laid beside the answer, and an export attached to its cell.</summary>
    public static void TakeBack(ImportedQuestion question, ImportedCell cell)
    {
        foreach (var (name, picture) in cell.Attachments.Where(attachment => OwnName().IsMatch(attachment.Key)))
        {
            if (picture is not null && Bytes(picture.Base64) is { Length: > 0 and <= MostBytes } bytes)
            {
                question.Pictures[name] = bytes;
            }
        }
    }

    /// <summary>Caption that the code gives the picture.</summary>
    private static string? Caption(string code, int index)
    {
        var titles = Title().Matches(code).Select(match => match.Groups["title"].Value.Trim()).Where(title => title.Length > 0).ToList();
        var title = index < titles.Count ? titles[index] : titles.LastOrDefault();
        return title is null ? null : string.Concat(title.Where(character => character is not ('[' or ']' or '"' or '\\' or '\n')));
    }

    private static byte[]? Bytes(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? bytes[..count] : null;
    }

    [GeneratedRegex(@"^(cell|attached)-\d+(-\d+)?\.(png|jpg)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OwnName();

    [GeneratedRegex(
        """(?:suptitle|set_title|\btitle|Title)\s*[(=]\s*[frFR]{0,2}(?<quote>["'])(?<title>[^"'\n{}]{1,200})\k<quote>""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Title();
}

/// <summary>A picture among a cell's outputs or attachments.</summary>
/// <param name="Extension">".png" or ".jpg".</param>
internal sealed record CellPicture(string Extension, string Base64);
