using System.Text.RegularExpressions;
using HitSongs.Pipeline;

namespace HitSongs.Grading;

/// <summary>Compiles the regular expressions of a rubric so that no answer can make one run for long.</summary>
internal static class RubricRegex
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <remarks>`{number}` in it stands for any number and `{count}` also for one in words, as its group `value`.</remarks>
    /// <exception cref="InvalidInputException">It is no regular expression.</exception>
    public static Regex Read(YamlMap map, string key)
    {
        const RegexOptions options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
        var pattern = NumberText.Filled(map.Text(key));
        try
        {
            return new Regex(pattern, options | RegexOptions.NonBacktracking, Timeout);
        }
        catch (NotSupportedException)
        {
            // Look-around and back-references need backtracking: there the timeout is what protects.
            return new Regex(pattern, options, Timeout);
        }
        catch (ArgumentException e)
        {
            throw map.Fault(key, $"`{key}` is no regular expression ({e.Message.TrimEnd('.')})", "Mend it, or use `words:` for plain words");
        }
    }
}
