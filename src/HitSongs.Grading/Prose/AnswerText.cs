using System.Text;
using System.Text.Json.Serialization;

namespace HitSongs.Grading.Prose;

/// <summary>The prose of an answer as it was handed in.</summary>
/// <param name="File">Path relative to the submission, with forward slashes.</param>
public sealed record AnswerText(string File, string Text)
{
    /// <summary>The text as readers see it: without the front matter.</summary>
    [JsonIgnore]
    public string Body
    {
        get
        {
            var lines = Text.Split('\n');
            FrontMatter.Cut(lines);
            return string.Join('\n', lines).TrimStart('\n');
        }
    }

    /// <summary>The name of the songs that its numbers are about, by its front matter; null where that names none.</summary>
    [JsonIgnore]
    public string? Data => FrontMatter.Cut(Text.Split('\n')).GetValueOrDefault("data");

    /// <summary>As much of it as is read, with the same lines, and nothing in the place of HTML comments, which no reader of a page sees.</summary>
    [JsonIgnore]
    public string Shown
    {
        get
        {
            var shown = new StringBuilder();
            var rest = Text.AsSpan(0, Math.Min(Text.Length, AnswerReading.LongestAnswer));
            while (rest.IndexOf("<!--", StringComparison.Ordinal) is >= 0 and var start)
            {
                var end = rest[start..].IndexOf("-->", StringComparison.Ordinal);
                var comment = rest.Slice(start, end < 0 ? rest.Length - start : end + "-->".Length);
                shown.Append(rest[..start]).Append('\n', comment.Count('\n'));
                rest = rest[(start + comment.Length)..];
            }

            return shown.Append(rest).ToString();
        }
    }
}
