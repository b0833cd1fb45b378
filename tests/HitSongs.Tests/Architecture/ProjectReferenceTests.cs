using System.Xml.Linq;
using HitSongs.Cli.Commands;
using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>Which project may use which: everything below it in this table, nothing above.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["HitSongs"] = [],
        ["HitSongs.Transformers"] = ["HitSongs"],
        ["HitSongs.Pipeline"] = ["HitSongs"],
        ["HitSongs.Grading"] = ["HitSongs"],
        ["HitSongs.Programs"] = ["HitSongs", "HitSongs.Transformers", "HitSongs.Pipeline"],
        ["HitSongs.Compiling"] = ["HitSongs"],
        ["HitSongs.Expectations"] = ["HitSongs", "HitSongs.Transformers", "HitSongs.Grading", "HitSongs.Pipeline"],
        ["HitSongs.Collecting"] = ["HitSongs", "HitSongs.Transformers", "HitSongs.Grading", "HitSongs.Pipeline", "HitSongs.Programs", "HitSongs.Compiling", "HitSongs.Expectations"],
        ["HitSongs.Reporting"] = ["HitSongs", "HitSongs.Grading"],
        ["HitSongs.Cli"] =
        [
            "HitSongs",
            "HitSongs.Transformers",
            "HitSongs.Grading",
            "HitSongs.Pipeline",
            "HitSongs.Programs",
            "HitSongs.Compiling",
            "HitSongs.Expectations",
            "HitSongs.Collecting",
            "HitSongs.Reporting",
        ],
    };

    private static readonly string[] Directories = ["answers/", "data/", "rubric/"];

    private static IReadOnlyList<string> Projects { get; } = Sources.Of("src", "*.csproj");

    [Test]
    public void Every_project_has_its_place_in_the_table() => Assert.That(Projects.Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Allowed.Keys));

    [Test]
    public void The_readme_tells_of_every_project_and_of_no_other()
    {
        var table = Sources.Read("README.md").Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal));
        var rows = table.Select(line => line.Split('`')[1]).ToList();
        var projects = Projects.Concat(Sources.Of("tests", "*.csproj")).Select(project => Path.GetDirectoryName(project)!.Replace('\\', '/'));
        Assert.Multiple(() =>
        {
            Assert.That(rows.Where(row => row.Contains('/', StringComparison.Ordinal)), Is.EquivalentTo(projects));
            Assert.That(rows.Where(row => !Directory.Exists(Path.Combine(Sources.Root, row))), Is.Empty);
        });
    }

    [Test]
    public void The_readme_s_diagram_names_folders_and_verbs_that_there_are()
    {
        var diagram = Sources.Read("README.md").Split("## The data's way")[1].Split("```")[1];
        var folders = diagram.Split((char[]?)null).Where(word => word.EndsWith('/')).ToList();
        var verbs = diagram.Split("─ ").Skip(1).Select(part => part.Split(' ')[0]).ToList();
        var known = HitSongsCommand.Create().Subcommands.Select(command => command.Name).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(folders, Is.EquivalentTo(Directories));
            Assert.That(folders.Where(folder => !Directory.Exists(Path.Combine(Sources.Root, folder))), Is.Empty);
            Assert.That(verbs, Is.Not.Empty);
            Assert.That(verbs.Except(known), Is.Empty);
        });
    }

    [Test]
    public void Every_project_is_in_the_solution()
    {
        var solution = Sources.Read("HitSongs.sln").Replace('\\', '/');
        Assert.That(
            Projects.Concat(Sources.Of("tests", "*.csproj")).Where(project => !solution.Contains($"\"{project}\"", StringComparison.Ordinal)),
            Is.Empty
        );
    }

    [Test]
    public void No_project_uses_one_that_it_may_not() => Assert.That(
        from project in Projects
        let name = Path.GetFileNameWithoutExtension(project)
        from used in ReferencesOf(project)
        where !Allowed[name].Contains(used)
        select $"{name} -> {used}",
        Is.Empty);

    private static IEnumerable<string> ReferencesOf(string project) => XDocument.Parse(Sources.Read(project))
        .Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
