using System.Text;

namespace HitSongs.Reporting.Html;

/// <summary>Ids of elements. Kinds have their own prefix, so that no question's id can meet one of the page's own.</summary>
internal static class Anchor
{
    public static string Section(string id) => "section/" + Safe(id);

    public static string Question(string id) => "question/" + Safe(id);

    /// <summary>Ids of criteria stay when points and texts change: a link to one survives a regrade.</summary>
    public static string Criterion(string question, string criterion) => $"{Question(question)}/criterion/{Safe(criterion)}";

    public static string Figure(string question, string name) => $"{Question(question)}/drawn/{Safe(name)}";

    /// <summary>Letters, digits and -._/ stay; every other character becomes its number, so that different ids stay different.</summary>
    private static string Safe(string id)
    {
        var safe = new StringBuilder(id.Length);
        foreach (var character in id)
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or '/')
            {
                safe.Append(character);
            }
            else
            {
                safe.Append('~').Append(((int)character).ToString("x4"));
            }
        }

        return safe.ToString();
    }
}
