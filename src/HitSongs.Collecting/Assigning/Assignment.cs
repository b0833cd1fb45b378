using HitSongs.Collecting.Expectations;
using HitSongs.Grading.RubricFiles;
using HitSongs.Pipeline.Reading;

namespace HitSongs.Collecting.Assigning;

/// <summary>The repository for candidates: the harness, what is asked, and blank answers; without anything that tells what an answer has to say.</summary>
/// <param name="root">The evaluator's repository.</param>
/// <param name="rubricFolder">What the candidates will be graded by.</param>
/// <param name="expectations">Draws the inputs that candidates try their demonstrations out on.</param>
internal sealed class Assignment(string root, string rubricFolder, ExpectationLoader expectations)
{
    // Nothing else of the repository is copied: what is new in it stays with the evaluator until it is named here.
    private static readonly string[] Folders = ["src", "build", "tests/HitSongs.Grader"];
    private static readonly string[] Files =
    [
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "Directory.Build.props",
        "Directory.Build.targets",
        "Directory.Packages.props",
        "global.json",
        "LICENSE",
        "NOTICE",
        "hitsongs",
    ];
    private static readonly string[] LeftOut = ["bin", "obj"];
    private static readonly string[] OnlyHere = ["HitSongs.Tests", "HitSongs.Benchmarks"];

    private const string Solution = "HitSongs.sln";

    /// <param name="folder">An empty folder, or one that is not there yet.</param>
    /// <exception cref="UsageException">The folder holds something.</exception>
    public async Task WriteAsync(string folder, CancellationToken cancel)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UsageException($"{folder} is not empty: name another folder with --out DIR");
        }

        var rubric = RubricFolder.Read(rubricFolder);
        var songs = new Lazy<IReadOnlyList<LabelledSong>>(ReadSongs);
        CopyHarness(folder);
        foreach (var question in rubric.Questions)
        {
            foreach (var (name, text) in BlankAnswer.Files(question))
            {
                Write(folder, $"answers/{question.Id}/{name}", text);
            }

            Write(folder, $"rubric/{question.Id}.yaml", AssignedRubric.Yaml(question, Path.Combine(rubricFolder, question.Id + ".yaml")));
            if (question is { ExpectationPath: { } expectation, SameAs: null })
            {
                var loaded = await expectations.LoadAsync(expectation, cancel);
                Write(folder, $"rubric/{question.Id}.cs", await DrawnInputs.SourceAsync(question, loaded, songs, cancel));
            }
        }

        File.Copy(Path.Combine(rubricFolder, "rubric.yaml"), Path.Combine(folder, "rubric", "rubric.yaml"));
        Write(folder, $"notebooks/{StarterNotebook.CSharp}", StarterNotebook.Write(rubric, StarterNotebook.CSharp));
        Write(folder, $"notebooks/{StarterNotebook.Python}", StarterNotebook.Write(rubric, StarterNotebook.Python));
        Write(folder, "README.md", CandidatesReadme.Write(rubric));
        Write(folder, ".github/workflows/grade.yml", CandidatesReadme.Workflow);
    }

    // The sample that candidates get as well.
    private IReadOnlyList<LabelledSong> ReadSongs() =>
        SongFiles
            .Read([.. Directory.GetFiles(Path.Combine(root, "data"), "*.csv").Order(StringComparer.Ordinal)], today: DateOnly.FromDateTime(DateTime.UtcNow))
            .Songs;

    private void CopyHarness(string folder)
    {
        foreach (var path in Folders.SelectMany(part => Directory.EnumerateFiles(Path.Combine(root, part), "*", SearchOption.AllDirectories)))
        {
            var relative = Path.GetRelativePath(root, path);
            if (!relative.Split(Path.DirectorySeparatorChar).Any(LeftOut.Contains))
            {
                Copy(path, Path.Combine(folder, relative));
            }
        }

        Files.Where(file => File.Exists(Path.Combine(root, file))).ToList().ForEach(file => Copy(Path.Combine(root, file), Path.Combine(folder, file)));
        Directory.EnumerateFiles(Path.Combine(root, "data")).ToList().ForEach(file => Copy(file, Path.Combine(folder, "data", Path.GetFileName(file))));
        Write(folder, Solution, WithoutProjects(File.ReadAllText(Path.Combine(root, Solution))));
    }

    // A project stands in a solution with a line, its end, and its settings by its number.
    private static string WithoutProjects(string solution)
    {
        var (kept, numbers, lines) = (new List<string>(), new List<string>(), solution.ReplaceLineEndings("\n").Split('\n'));
        for (var i = 0; i < lines.Length; i++)
        {
            if (
                OnlyHere.Any(project =>
                    lines[i].StartsWith("Project(", StringComparison.Ordinal) && lines[i].Contains($"\"{project}\"", StringComparison.Ordinal)
                )
            )
            {
                numbers.Add(lines[i].Split('"')[^2]);
                i++;
                continue;
            }

            if (!numbers.Exists(number => lines[i].Contains(number, StringComparison.Ordinal)))
            {
                kept.Add(lines[i]);
            }
        }

        return string.Join("\r\n", kept);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }

    private static void Write(string folder, string path, string text)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
