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
}
