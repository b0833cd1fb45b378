using System.Text.RegularExpressions;
using HitSongs.Cli.Commands;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Docs;

/// <summary>Every command line of README and docs is one that the program understands, and what is linked to is there.</summary>
public sealed partial class DocumentedCommandTests
{
    private static readonly string[] Pages =
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "SECURITY.md" }.Select(page => Path.Combine(Repository.Root, page)),
        .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md").Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<TestCaseData> Commands =>
        from page in Pages
        from command in CommandLine().Matches(File.ReadAllText(page)).Select(match => match.Groups["arguments"].Value.Trim())
        select new TestCaseData(command).SetArgDisplayNames(Path.GetFileName(page), command);

    private static IEnumerable<TestCaseData> Links =>
        from page in Pages
        from link in Link().Matches(File.ReadAllText(page)).Select(match => match.Groups["path"].Value)
        where !link.Contains(':', StringComparison.Ordinal)
        select new TestCaseData(page, link).SetArgDisplayNames(Path.GetFileName(page), link);

    [TestCaseSource(nameof(Commands))]
    public void A_command_in_a_document_is_understood(string arguments) =>
        Assert.That(HitSongsCommand.Create().Parse(arguments).Errors.Select(error => error.Message), Is.Empty);

    [TestCaseSource(nameof(Links))]
    public void A_link_in_a_document_leads_somewhere(string page, string link)
    {
        var path = Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]);
        Assert.That(File.Exists(path) || Directory.Exists(path), Is.True);
    }

    [Test]
    public void The_documents_have_commands_and_links() => Assert.That((Commands.Count(), Links.Count()), Is.GreaterThan((20, 8)));

    // A line of a code block; what it does is said behind two blanks.
    [GeneratedRegex(@"^(\./)?hitsongs (?<arguments>\S+( \S+)*)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex CommandLine();

    [GeneratedRegex(@"\]\((?<path>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
