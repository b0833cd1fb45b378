using System.Text.RegularExpressions;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Patterns;

/// <summary>A regular expression of a rubric, run so that no answer can make it take long.</summary>
/// <remarks>`{number}` in it stands for any number and `{count}` also for one in words, as its group `value`.</remarks>
internal sealed class RubricRegex
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private readonly Regex quicklyMade;

    // Twenty times as dear to make: whoever only reads the rubric does not need it.
    private readonly Lazy<Regex> safe;

    private RubricRegex(string pattern)
    {
        quicklyMade = new Regex(pattern, Options, Timeout);
        safe = new Lazy<Regex>(() => Safe(pattern) ?? quicklyMade);
    }

    /// <exception cref="InvalidInputException">It is no regular expression.</exception>
    public static RubricRegex Read(YamlMap map, string key)
    {
        try
        {
            return new RubricRegex(NumberText.Filled(map.Text(key)));
        }
        catch (ArgumentException e)
        {
            throw map.Fault(key, $"`{key}` is no regular expression ({e.Message.TrimEnd('.')})", "Mend it, or use `words:` for plain words");
        }
    }

    public bool HasGroup(string name) => quicklyMade.GetGroupNames().Contains(name);

    /// <summary>What it finds in a short text of the rubric itself.</summary>
    public Match FirstIn(string ownText)
    {
        try
        {
            return quicklyMade.Match(ownText);
        }
        catch (RegexMatchTimeoutException)
        {
            return safe.Value.Match(ownText);
        }
    }

    /// <exception cref="RegexMatchTimeoutException">It looks around itself or back, and takes longer than a second.</exception>
    public MatchCollection Matches(string text) => safe.Value.Matches(text);

    /// <summary>The expression itself.</summary>
    public override string ToString() => quicklyMade.ToString();

    // Look-around and back-references need backtracking: there the timeout is what protects.
    private static Regex? Safe(string pattern)
    {
        try
        {
            return new Regex(pattern, Options | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
