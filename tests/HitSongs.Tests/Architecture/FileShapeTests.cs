using System.Text.RegularExpressions;
using NUnit.Framework;
using static System.StringComparison;

namespace HitSongs.Tests.Architecture;

/// <summary>Small files of one idea, each in the namespace of its folder.</summary>
public sealed partial class FileShapeTests
{
    // Whoever uses it names it once, as in Python: what it offers is in one namespace, whatever folder it lies in.
    private const string OneNamespace = "HitSongs.Transformers";

    private const int MostLines = 220;
    private const int LongestLine = 160;
    private const int MostLinesOfNineInTen = 120;

    [Test]
    public void The_namespace_of_a_file_is_its_folder() =>
        Assert.That(
            Sources.Product.Where(file =>
                Namespace().Match(Sources.Read(file)) is { Success: true } found
                && found.Groups["name"].Value != Sources.RoomOf(file).Replace('/', '.')
                && !(found.Groups["name"].Value == OneNamespace && PublicType().IsMatch(Sources.Read(file)))
            ),
            Is.Empty
        );

    [Test]
    public void No_file_is_too_long_to_be_read_at_once() =>
        Assert.That(Sources.Product.Where(file => LinesOf(file).Length > MostLines), Is.Empty);

    [Test]
    public void Nine_in_ten_files_are_short()
    {
        var lengths = Sources.Product.Select(file => LinesOf(file).Length).Order().ToArray();
        Assert.That(lengths[lengths.Length * 9 / 10], Is.LessThanOrEqualTo(MostLinesOfNineInTen));
    }

    [Test]
    public void No_line_is_wider_than_a_page() =>
        Assert.That(
            ((IEnumerable<string>)[.. Sources.Product, .. Sources.Of("rubric", "*.cs"), .. Sources.Of("answers", "*.cs")])
                .Where(file => LinesOf(file).Any(line => line.Length > LongestLine)),
            Is.Empty);

    [Test]
    public void A_summary_begins_with_what_the_thing_is_and_not_with_a_question() =>
        Assert.That(
            Sources.Product.Where(file => LinesOf(file).Any(line => line.Contains("<summary>What ", Ordinal) || line.Contains("<summary>How ", Ordinal))),
            Is.Empty);

    private static string[] LinesOf(string file) => Sources.Read(file).TrimEnd('\n').Split('\n');

    [GeneratedRegex(@"^namespace (?<name>[\w.]+);", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^public [a-z ]*(class|record|enum|interface|struct|delegate) ", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PublicType();
}
