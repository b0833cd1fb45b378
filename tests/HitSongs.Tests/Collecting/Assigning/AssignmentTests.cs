using System.Text.RegularExpressions;
using HitSongs.Cli;
using HitSongs.Cli.GradeRuns;
using HitSongs.Collecting.Assigning;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Importing;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using HitSongs.Tests.Grading;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Assigning;

/// <summary>The repository for candidates, written once from this one.</summary>
internal sealed partial class AssignmentTests
{
    private const int RunOfWords = 8;

    private static readonly string Evaluator = Path.Combine(Repository.Root, "rubric");

    private TemporaryFolder folder = null!;
    private string assigned = null!;

    [OneTimeSetUp]
    public async Task Assign()
    {
        folder = new TemporaryFolder();
        assigned = Path.Combine(folder.Path, "candidate");
        var sandbox = new ProcessSandbox();
        var loader = new ExpectationLoader(sandbox, new Compiler(sandbox), Evaluator, Workplace.Find().Cache + "/expectations");
        await new Assignment(Repository.Root, Evaluator, loader).WriteAsync(assigned, CancellationToken.None);
    }

    [OneTimeTearDown]
    public void Remove() => folder.Dispose();

    [Test]
    public void No_run_of_eight_words_of_answers_samples_examples_expectations_or_contrasts_is_in_it()
    {
        // What candidates are shown: the questions, and the names of criteria that do not give the answer away.
        var asked = RubricFolder
            .Read(Evaluator)
            .Questions.SelectMany(question =>
                question
                    .Asked.Append(question.Prompt)
                    .Append($"title: {question.Title}")
                    .Concat(question.Criteria.Where(IsShown).Select(criterion => $"name: {criterion.Name}"))
            )
            .SelectMany(Runs)
            .ToHashSet(StringComparer.Ordinal);
        var secrets = Directory.EnumerateFiles(Evaluator, "*", SearchOption.AllDirectories).Where(IsSecret)
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "answers"), "answer.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "answers"), "*.cs", SearchOption.AllDirectories))
            .SelectMany(path => Secret(path).SelectMany(line => Runs(line).Select(run => (run, path))))
            .Where(run => !asked.Contains(run.run))
            .DistinctBy(run => run.run)
            .ToDictionary(run => run.run, run => run.path, StringComparer.Ordinal);

        var leaks = Directory
            .EnumerateFiles(assigned, "*", SearchOption.AllDirectories)
            .Where(path => IsText(path) && !path.Contains("/src/", StringComparison.Ordinal))
            .SelectMany(path =>
                Runs(File.ReadAllText(path))
                    .Where(secrets.ContainsKey)
                    .Take(1)
                    .Select(run => $"{Path.GetRelativePath(assigned, path)} has \"{run}\" of {secrets[run]}")
            )
            .ToList();

        Assert.That(secrets, Has.Count.GreaterThan(10_000));
        Assert.That(leaks, Is.Empty);
    }

    [Test]
    public void Nothing_that_was_learnt_or_written_for_the_evaluator_is_in_it() =>
        Assert.Multiple(() =>
        {
            Assert.That(Directory.EnumerateFiles(assigned, "*", SearchOption.AllDirectories).Where(path => Learnt().IsMatch(path)), Is.Empty);
            Assert.That(Directory.Exists(Path.Combine(assigned, ".git")), Is.False);
            Assert.That(Directory.Exists(Path.Combine(assigned, "tests", "HitSongs.Tests")), Is.False);
            Assert.That(
                File.ReadAllText(Path.Combine(assigned, "HitSongs.sln")),
                Does.Contain("HitSongs.Grader").And.Not.Contain("HitSongs.Tests").And.Not.Contain("0206ECD0")
            );
        });

    [Test]
    public void Its_rubric_is_one_and_every_question_has_a_page_and_a_place_for_its_answer()
    {
        var rubric = RubricFolder.Read(Path.Combine(assigned, "rubric"));
        var own = RubricFolder.Read(Evaluator);

        Assert.Multiple(() =>
        {
            Assert.That(rubric.Questions.Select(question => question.Id), Is.EqualTo(own.Questions.Select(question => question.Id)));
            Assert.That(
                rubric.Questions.Sum(question => question.Criteria.Sum(criterion => criterion.Points)),
                Is.EqualTo(own.Questions.Sum(question => question.Criteria.Sum(criterion => criterion.Points))).Within(1e-9)
            );
            Assert.That(
                rubric.Questions.Where(question =>
                    !File.ReadAllText(Path.Combine(assigned, "answers", question.Id, "README.md")).Contains(question.Prompt.Trim(), StringComparison.Ordinal)
                ),
                Is.Empty
            );
            Assert.That(
                rubric.Questions.Where(question => question.SameAs is null && !File.Exists(Path.Combine(assigned, "answers", question.Id, "answer.md"))),
                Is.Empty
            );
            Assert.That(
                rubric
                    .Questions.Where(question => question.Demonstration is not null && ObservedNames.In(question.Prompt).Count == 0)
                    .Select(question => question.Id),
                Is.Empty,
                "a prompt names what is to be observed in a table"
            );
        });
    }

    [TestCase("primer/quiz-pytorch")]
    [TestCase("evaluation/pytorch/3-backpropagation")]
    public async Task A_fresh_one_earns_nothing_and_is_told_what_to_do(string question)
    {
        foreach (var rubric in (string[])[Evaluator, Path.Combine(assigned, "rubric")])
        {
            var grade = (await GradeAsync(rubric, question)).Sections.Single().Questions.Single();

            Assert.That(
                grade.Points,
                Is.Zero,
                string.Join('\n', grade.Criteria.Where(criterion => criterion.Points > 0).Select(criterion => criterion.Feedback))
            );
            Assert.That(grade.Criteria.Where(criterion => criterion.Status == Status.Error), Is.Empty);
        }
    }

    [Test]
    public async Task A_stub_compiles_and_says_that_it_is_not_written_yet()
    {
        var grade = (await GradeAsync(Path.Combine(assigned, "rubric"), "evaluation/pytorch/3-backpropagation")).Sections.Single().Questions.Single();

        Assert.That(
            grade.Criteria.First(criterion => criterion.Kind == "demonstration").Feedback,
            Does.Contain("is not written yet: README.md beside it says")
        );
    }

    [Test]
    public async Task The_reference_answers_in_it_earn_there_what_can_be_checked_and_everything_on_the_evaluators_side()
    {
        const string question = "evaluation/pytorch/3-backpropagation";
        using var copy = new TemporaryFolder();
        foreach (var file in (string[])["answer.md", "demonstration.cs"])
        {
            copy.Write($"answers/{question}/{file}", File.ReadAllText(Path.Combine(Repository.Root, "answers", question, file)));
        }

        var here = (await GradeAsync(Path.Combine(assigned, "rubric"), question, copy.Path)).Sections.Single().Questions.Single();
        var there = (await GradeAsync(Evaluator, question, copy.Path)).Sections.Single().Questions.Single();

        Assert.Multiple(() =>
        {
            Assert.That(here.Criteria.Select(criterion => criterion.Status), Is.All.AnyOf(Status.Passed, Status.Ungraded));
            Assert.That(
                here.Criteria.Where(criterion => criterion.Kind is "structure" or "demonstration").Select(criterion => criterion.Status),
                Is.All.EqualTo(Status.Passed)
            );
            Assert.That(there.Points, Is.EqualTo(there.MaxPoints).Within(there.MaxPoints * 0.05));
        });
    }

    [Test]
    public async Task A_value_that_is_missing_fails_the_criteria_that_look_at_it_and_no_others()
    {
        const string question = "evaluation/pytorch/3-backpropagation";
        const string missing = "gradient of w2 after clearing";
        using var copy = new TemporaryFolder();
        var program = File.ReadAllLines(Path.Combine(Repository.Root, "answers", question, "demonstration.cs"));
        copy.Write($"answers/{question}/demonstration.cs", string.Join('\n', program.Where(line => !line.Contains(missing, StringComparison.Ordinal))));

        var grade = (await GradeAsync(Path.Combine(assigned, "rubric"), question, copy.Path)).Sections.Single().Questions.Single();
        var failed = grade.Criteria.Where(criterion => criterion.Kind == "demonstration" && criterion.Status == Status.Failed).ToList();

        Assert.That(failed.Select(criterion => criterion.Id), Is.EqualTo(new[] { "clearing" }));
        Assert.That(failed[0].Feedback, Does.Contain(missing));
    }

    [Test]
    public void Every_check_of_a_program_tells_which_values_it_looks_at()
    {
        var whole = RubricFolder
            .Read(Evaluator)
            .Questions.Where(question => question is { Demonstration: not null, SameAs: null } && question.Checks.Count() > 1)
            .Where(question => LookedAt(question.Id) is var looked && (looked.Count == 0 || looked.Contains(ObservedNames.In(question.Prompt).Count)))
            .Select(question => question.Id);

        Assert.That(whole, Is.Empty, "a check that looks at all of them is one that did not tell");
    }

    [TestCase("csharp.ipynb")]
    [TestCase("python.ipynb")]
    public async Task The_form_of_a_quiz_is_imported_once_something_is_ticked(string notebook)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(assigned, "notebooks", notebook));
        var ticked = text.Replace("- [ ] c) An array of any number", "- [x] c) An array of any number", StringComparison.Ordinal);

        var (blank, answered) = (await ImportAsync(text, notebook), await ImportAsync(ticked, notebook));

        Assert.Multiple(() =>
        {
            Assert.That(blank.Files, Is.Empty);
            Assert.That(blank.Remarks.Where(remark => remark.IsLoss), Is.Empty);
            Assert.That(answered.Files.Keys, Is.EqualTo(new[] { "answers/primer/quiz-pytorch/answer.md" }));
            Assert.That(answered.Files.Values.Single(), Does.StartWith("## 1. ").And.Contain("- [x] c)").And.Contain("## 3. "));
        });
    }

    [Test]
    public void Its_readme_names_questions_and_programs_that_there_are()
    {
        var readme = File.ReadAllText(Path.Combine(assigned, "README.md"));

        Assert.Multiple(() =>
        {
            Assert.That(Linked().Matches(readme).Select(link => link.Groups["path"].Value), Is.Not.Empty.And.All.Matches<string>(IsInIt));
            Assert.That(Named().Matches(readme).Select(path => path.Value), Is.Not.Empty.And.All.Matches<string>(IsInIt));
        });

        bool IsInIt(string? path) => Path.Exists(Path.Combine(assigned, path!));
    }

    [TestCase("csharp.ipynb")]
    [TestCase("python.ipynb")]
    public async Task What_is_written_into_a_starter_notebook_is_imported(string notebook)
    {
        var json = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(assigned, "notebooks", notebook)))!;
        var cells = json["cells"]!.AsArray();
        var heading = cells.Index().First(cell => (string?)cell.Item!["metadata"]?["hitsongs"]?["question"] == "evaluation/pytorch/3-backpropagation").Index;
        cells[heading + 1]!["source"] = "Gradients pile up.";

        var imported = await ImportAsync(json.ToJsonString(), notebook);

        Assert.That(
            imported.Files,
            Is.EqualTo(new Dictionary<string, string> { ["answers/evaluation/pytorch/3-backpropagation/answer.md"] = "Gradients pile up." })
        );
        Assert.That(imported.Remarks.Where(remark => remark.IsLoss), Is.Empty);
    }

    [Test]
    public void A_folder_that_holds_something_is_refused() =>
        Assert.That(
            async () => await new Assignment(Repository.Root, Evaluator, null!).WriteAsync(assigned, CancellationToken.None),
            Throws.TypeOf<UsageException>().With.Message.Contains("is not empty")
        );

    private static Task<ImportedAnswers> ImportAsync(string json, string notebook) =>
        NotebookImport.OfAsync(
            NotebookFile.Parse(System.Text.Encoding.UTF8.GetBytes(json), notebook),
            RubricFolder.Read(Evaluator),
            notebook,
            new Compiler(new ProcessSandbox()),
            CancellationToken.None
        );

    // How many values each check looks at, by the source of the assigned expectation: ("gradients", [1, 2]),
    private List<int> LookedAt(string question) =>
        [
            .. File.ReadLines(Path.Combine(assigned, "rubric", question + ".cs"))
                .Select(line => LineOfCheck().Match(line))
                .Where(line => line.Success)
                .Select(line => line.Groups["places"].Value.Split(',').Length),
        ];

    private async Task<Grade> GradeAsync(string rubric, string question, string? submission = null)
    {
        var options = new GradeOptions(
            submission ?? assigned,
            rubric,
            [],
            folder.Path + "/out",
            Workplace.Find().Cache,
            [question],
            null,
            SandboxKind.Process,
            1
        );
        return (await GradeRun.OfAsync(options, new Progress<CollectProgress>(), _ => { }, CancellationToken.None)).Grade;
    }

    private static bool IsShown(Criterion criterion) => criterion.Kind is not ("concept" or "misconception" or "claim");

    private static bool IsSecret(string path) =>
        IsText(path)
        && Path.GetFileName(path) is not ("rubric.yaml" or "question.schema.json" or "reading.json")
        && !path.EndsWith(".weights.json", StringComparison.Ordinal);

    private static bool IsText(string path) => Path.GetExtension(path) is ".md" or ".cs" or ".yaml" or ".yml" or ".json" or ".ipynb" or ".txt" or ".tsv";

    // Each line by itself: what stands below each other in code is no sentence. What every program begins with, the head of every expectation and the
    // ids and points of criteria are no secrets.
    private static IEnumerable<string> Secret(string path) =>
        File.ReadLines(path)
            .Where(line =>
                !line.StartsWith("using ", StringComparison.Ordinal)
                && !line.Contains(" override ", StringComparison.Ordinal)
                && !line.Contains("kind: demonstration", StringComparison.Ordinal)
                && !line.Contains("parts: [", StringComparison.Ordinal)
            );

    private static IEnumerable<string> Runs(string text)
    {
        var words = Words().Matches(text.ToLowerInvariant()).Select(word => word.Value).ToList();
        return Enumerable.Range(0, Math.Max(0, words.Count - RunOfWords + 1)).Select(start => string.Join(' ', words.Skip(start).Take(RunOfWords)));
    }

    [GeneratedRegex(
        @"\.(weights\.json|safetensors|samples\.yaml|examples\.yaml|contrasts\.yaml)$|/reading\.json$|/contrasts/",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Learnt();

    [GeneratedRegex(@"\]\((?<path>answers/[^)]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Linked();

    [GeneratedRegex(@"(src|tests)/HitSongs\.\w+|notebooks/\w+\.ipynb|global\.json", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"^        \("".*"", \[(?<places>[0-9, ]+)\]\),$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LineOfCheck();

    [GeneratedRegex(@"\p{L}[\p{L}\p{N}_]*", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
