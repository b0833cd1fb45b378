using System.Text.RegularExpressions;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Patterns;

/// <summary>A regular expression of a rubric, run in time linear in the text: no answer can make it take long, and no clock decides a grade.</summary>
/// <remarks>`{number}` in it stands for any number and `{count}` also for one in words, as its group `value`.</remarks>
internal sealed partial class RubricRegex
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // As it is read: good enough for its names and for short texts of the rubric itself.
    private readonly Regex quicklyMade;

    // Twenty times as dear to make: whoever only reads the rubric does not need it.
    private readonly Lazy<Regex> linear;

    private RubricRegex(string pattern)
    {
        quicklyMade = new Regex(pattern, Options, TimeSpan.FromSeconds(1));
        linear = new Lazy<Regex>(() => Linear(pattern));
        if (MayLookAround().IsMatch(pattern))
        {
            _ = linear.Value;
        }
    }

    /// <exception cref="InvalidInputException">It is no regular expression, or looks around or back.</exception>
    public static RubricRegex Read(YamlMap map, string key)
    {
        try
        {
            return new RubricRegex(NumberText.Filled(map.Text(key)));
        }
        catch (NotSupportedException)
        {
            throw map.Fault(
                key,
                $"`{key}` looks around or back, which can take any time",
                "Match what must not stand there too, before a `|`: what has no group `value` is passed over"
            );
        }
        catch (ArgumentException e)
        {
            throw map.Fault(key, $"`{key}` is no regular expression ({e.Message.TrimEnd('.')})", "Mend it, or use `words:` for plain words");
        }
    }

    public bool HasGroup(string name) => quicklyMade.GetGroupNames().Contains(name);

    /// <summary>First match in a short text of the rubric itself.</summary>
    public Match FirstIn(string ownText)
    {
        try
        {
            return quicklyMade.Match(ownText);
        }
        catch (RegexMatchTimeoutException)
        {
            return linear.Value.Match(ownText);
        }
    }

    /// <summary>Matches in an answer, in its order.</summary>
    public MatchCollection Matches(string text) => linear.Value.Matches(text);

    /// <summary>The expression itself.</summary>
    public override string ToString() => quicklyMade.ToString();

    private static Regex Linear(string pattern) => new(pattern, Options | RegexOptions.NonBacktracking, Regex.InfiniteMatchTimeout);

    // Whether it may have what takes more than linear time: look-around, atomic groups, conditions, references to groups. What this finds in vain costs
    // a little time only.
    [GeneratedRegex(@"\(\?(<?[=!]|>|\()|\\([1-9Gk])|\(\?<[^>]*-", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex MayLookAround();
}
