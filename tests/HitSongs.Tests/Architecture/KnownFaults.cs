using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>
/// Faults of the repository that are known, in <c>known-faults.txt</c> under the name of their rule: the list may only shrink. A new fault fails
/// its test, and so does a line that is no fault any more, so that it is taken out.
/// </summary>
internal static class KnownFaults
{
    private static readonly ILookup<string, string> ByRule = Read();

    /// <param name="rule">As it stands before the colon in the file.</param>
    public static void AreAll(string rule, IEnumerable<string> found)
    {
        var (now, known) = (found.ToHashSet(StringComparer.Ordinal), ByRule[rule].ToHashSet(StringComparer.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(now.Except(known).Order(StringComparer.Ordinal), Is.Empty, $"{rule}: new faults, to be mended");
            Assert.That(known.Except(now).Order(StringComparer.Ordinal), Is.Empty, $"{rule}: no faults any more, to be taken out of known-faults.txt");
        });
    }

    private static ILookup<string, string> Read() => Sources.Read("tests/HitSongs.Tests/Architecture/known-faults.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split(": ", 2))
        .ToLookup(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
}
