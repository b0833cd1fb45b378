using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;
using NUnit.Framework;

namespace HitSongs.Tests.Grading;

public sealed class RubricFolderTests
{
    private TemporaryFolder folder = null!;

    private string Root => folder.Path + "/rubric";

    [SetUp]
    public void CreateFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void DeleteFolder() => folder.Dispose();

    private const string Full =
        """
        title: How a backward pass works
        prompt: |
          Markdown of the question.
        demonstration: {timeout: 60, memory: 2048}
        model: {timeout: 120.5, memory: 1024, folds: 5}
        synonyms: {accumulate: [add up, sum], chain rule: reverse mode}
        criteria:
          - id: chain-rule
            kind: concept
            points: 2
            name: The chain rule is applied
            match:
              any:
                - near: [chain rule, backward]
                  within: 12
                - "reverse mode"
                - regex: "chain[- ]rule"
                - all: [words: leaf, {ordered: [loss, leaf], within: 9}]
            negation: reject
            missing: Say which rule.
          - {id: forgets, kind: misconception, points: 1, name: n, match: x, unless: y, say: "No."}
          - {id: q1, kind: choice, points: 0.5, item: 1, correct: b}
          - {id: gradient, kind: demonstration, points: 3, check: gradient}
          - {id: ran, kind: model, points: 1}
          - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.88, atMost: 0.97, partialFrom: 0.8, above: baseline, margin: 0.05, dependsOn: [gradient, ran]}
          - {id: said, kind: claim, points: 1, metric: AreaUnderRocCurve, pattern: "ROC-AUC (of|is|=) (?<value>[0-9.]+)", tolerance: 0.01}
          - {id: form, kind: structure, points: 1, minWords: 60, maxWords: 800, headings: [Results]}
          - {id: why, kind: manual, points: 2, name: n, dependsOn: chain-rule}
        """;

    private void Good(string question = "1-first")
    {
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/evaluation/pytorch/{question}.yaml", Full);
        folder.Write($"rubric/evaluation/pytorch/{question}.cs", "// expectation");
    }

    [Test]
    public void A_rubric_with_everything_is_read()
    {
        Good();

        var rubric = RubricFolder.Read(Root);
        var question = rubric.Questions.Single();

        Assert.Multiple(() =>
        {
            Assert.That((rubric.Title, rubric.PassMark), Is.EqualTo(("Evaluation", 0.6)));
            Assert.That(rubric.Sections.Select(section => (section.Id, section.Title)), Is.EqualTo(new[] { ("evaluation/pytorch", "PyTorch") }));
            Assert.That(question.Id, Is.EqualTo("evaluation/pytorch/1-first"));
            Assert.That(question.Prompt, Is.EqualTo("Markdown of the question.\n"));
            Assert.That(question.Demonstration, Is.EqualTo(new DemonstrationSettings(60, 2048)));
            Assert.That(question.Model, Is.EqualTo(new ModelSettings(120.5, 1024, 5)));
            Assert.That(question.ExpectationPath, Is.EqualTo(Path.Combine(Path.GetFullPath(Root), "evaluation/pytorch/1-first.cs")));
            Assert.That(
                question.Criteria.Select(criterion => (criterion.Id, criterion.Kind, criterion.Points)),
                Is.EqualTo(new[]
                {
                    ("chain-rule", "concept", 2), ("forgets", "misconception", 1), ("q1", "choice", 0.5), ("gradient", "demonstration", 3), ("ran", "model", 1),
                    ("roc", "metric", 3), ("said", "claim", 1), ("form", "structure", 1), ("why", "manual", 2),
                }));
            Assert.That(question.Criteria[5].DependsOn, Is.EqualTo(new[] { "gradient", "ran" }));
            Assert.That(RubricFolder.Check(Root), Is.Empty);
        });
    }

    [Test]
    public void Questions_are_in_natural_order_and_sections_in_that_of_the_index()
    {
        folder.Write("rubric/rubric.yaml", "title: t\npassMark: 0.5\nsections:\n  - {id: b, title: B}\n  - {id: a, title: A}\n");
        foreach (var name in new[] { "b/10-ten", "b/2-two", "b/1-one", "a/x" })
        {
            folder.Write($"rubric/{name}.yaml", $"{Situation.Head}\ncriteria:\n  - {{id: m, kind: manual, points: 1, name: n}}\n");
        }

        Assert.That(RubricFolder.Read(Root).Questions.Select(question => question.Id), Is.EqualTo(new[] { "b/1-one", "b/2-two", "b/10-ten", "a/x" }));
    }

    [Test]
    public void The_hash_covers_names_and_contents_of_every_file()
    {
        Good();
        var hashes = new List<string> { RubricFolder.Read(Root).Sha256 };
        Assert.That(RubricFolder.Read(Root + "/").Sha256, Is.EqualTo(hashes[0]), "the same folder has the same hash");

        folder.Write("rubric/evaluation/pytorch/1-first.cs", "// other expectation");
        hashes.Add(RubricFolder.Read(Root).Sha256);
        folder.Write("rubric/README.md", "a");
        hashes.Add(RubricFolder.Read(Root).Sha256);
        File.Move(Root + "/README.md", Root + "/READ.md");
        hashes.Add(RubricFolder.Read(Root).Sha256);

        Assert.That(hashes, Is.Unique.And.All.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void Every_fault_of_the_folder_is_found_at_once()
    {
        Good();
        folder.Write(
            "rubric/evaluation/pytorch/2-second.yaml",
            $"{Situation.Head}\ncriteria:\n  - {{id: a, kind: manual, points: 0, name: n}}\n  - {{id: b, kind: manul, points: 1, name: n}}\n"
        );
        folder.Write("rubric/other/x.yaml", "title: [\n");
        folder.Write("rubric/evaluation/pytorch/3-third.yml", "title: t\n");

        Assert.That(
            RubricFolder.Check(Root).Select(fault => (fault.File, fault.Line)),
            Is.EqualTo(new (string, int?)[]
            {
                ("rubric/evaluation/pytorch/2-second.yaml", 5),
                ("rubric/evaluation/pytorch/2-second.yaml", 6),
                ("rubric/evaluation/pytorch/3-third.yml", null),
                ("rubric/other/x.yaml", 2),
            }));
    }

    [Test]
    public void A_folder_that_is_not_there_is_a_fault() => Assert.That(() => RubricFolder.Read(folder.Path + "/none"), Throws.TypeOf<InvalidInputException>());

    [TestCase("", "is missing", null)]
    [TestCase("title: t\npassMark: 1.5\nsections: []\n", "`passMark` is 1.5 but must be from 0 to 1", 2)]
    [TestCase("title: t\npassMark: 0.5\nsections: []\n", "`sections` must be a list with at least one item", 3)]
    [TestCase("title: t\npassMark: 0.5\nsections:\n  - {id: evaluation/pytorch, titel: T}\n", "Did you mean `title`", 4)]
    [TestCase("title: t\npassMark: 0.5\nsections:\n  - {id: evaluation/pytorch, title: T}\n  - {id: evaluation/none, title: T}\n", "has no questions", 5)]
    [TestCase("title: t\npassMark: 0.5\nsections:\n  - {id: evaluation/pytorch, title: T}\n  - {id: evaluation/pytorch, title: T}\n", "stands twice", 5)]
    public void A_faulty_index_is_told_with_its_line(string index, string problem, int? line)
    {
        Good();
        File.Delete(Root + "/rubric.yaml");
        if (index.Length > 0)
        {
            folder.Write("rubric/rubric.yaml", index);
        }

        var fault = Assert.Throws<InvalidInputException>(() => RubricFolder.Read(Root));
        Assert.Multiple(() =>
        {
            Assert.That(fault!.Message, Does.Contain(problem));
            Assert.That((fault!.File, fault.Line), Is.EqualTo(("rubric/rubric.yaml", line)));
        });
    }

    [Test]
    public void A_question_outside_of_all_sections_is_a_fault()
    {
        Good();
        folder.Write(
            "rubric/evaluation/pytorches/1-x.yaml",
            Full.Replace("demonstration: {timeout: 60, memory: 2048}\n", "", StringComparison.Ordinal)
                .Replace("  - {id: gradient, kind: demonstration, points: 3, check: gradient}\n", "", StringComparison.Ordinal)
                .Replace("[gradient, ran]", "ran", StringComparison.Ordinal)
        );

        Assert.That(RubricFolder.Check(Root).Single().Message, Does.StartWith("rubric/evaluation/pytorches/1-x.yaml: it lies under no section"));
    }
}

/// <summary>Each case is the good question with one thing changed: the fault is at the changed line.</summary>
public sealed class BadQuestionTests
{
    private const string Good =
        """
        title: Gradients
        prompt: Explain.
        demonstration: {timeout: 60, memory: 2048}
        model: {timeout: 60, memory: 2048, folds: 5}
        synonyms: {accumulate: [add up]}
        criteria:
          - id: idea
            kind: concept
            points: 2
            name: The idea
            match: {any: [accumulate, {regex: "add.*up"}]}
            missing: Say it.
          - {id: gradient, kind: demonstration, points: 3, check: gradient}
          - {id: roc, kind: metric, points: 3, metric: AreaUnderRocCurve, atLeast: 0.88, atMost: 0.97}
          - {id: said, kind: claim, points: 1, metric: LogLoss, pattern: "is (?<value>[0-9.]+)", tolerance: 0.01}
          - {id: q1, kind: choice, points: 1, item: 1, correct: b}
          - {id: form, kind: structure, points: 1, minWords: 60, maxWords: 800}
        """;

    private static string FaultOf(string yaml, bool expectation = true)
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/{Situation.Question}.yaml", yaml);
        if (expectation)
        {
            folder.Write($"rubric/{Situation.Question}.cs", "");
        }

        return Assert.Throws<InvalidInputException>(() => RubricFolder.Read(folder.Path + "/rubric"))!.Message;
    }

    [Test]
    public void The_question_that_the_cases_change_is_good()
    {
        using var folder = new TemporaryFolder();
        folder.Write("rubric/rubric.yaml", Situation.Index);
        folder.Write($"rubric/{Situation.Question}.yaml", Good);
        folder.Write($"rubric/{Situation.Question}.cs", "");

        Assert.That(RubricFolder.Check(folder.Path + "/rubric"), Is.Empty);
    }

    [TestCase("title: Gradients", "titel: Gradients", 1, "unknown key `titel`. Did you mean `title`")]
    [TestCase("title: Gradients\n", "", 1, "the question has no `title`. Add `title:`")]
    [TestCase("title: Gradients", "title:", 1, "`title` is empty")]
    [TestCase("title: Gradients", "title: [a]", 1, "`title` must be text")]
    [TestCase("prompt: Explain.", "prompt: Explain.\nprompt: Again.", 3, "the same key stands twice")]
    [TestCase("prompt: Explain.", "prompt: \"Explain.", 2, "not valid YAML")]
    [TestCase("prompt: Explain.", "\tprompt: Explain.", 2, "not valid YAML")]
    [TestCase("prompt: Explain.", "prompt: &a Explain.", 2, "anchors")]
    [TestCase("timeout: 60, memory: 2048}\nmodel", "timeout: 0, memory: 2048}\nmodel", 3, "`timeout` is 0 but must be greater than 0")]
    [TestCase("{timeout: 60, memory: 2048}", "{timeout: 60}", 3, "`demonstration` has no `memory`")]
    [TestCase("{timeout: 60, memory: 2048}", "true", 3, "`demonstration` must be a mapping")]
    [TestCase("folds: 5", "folds: 2.5", 4, "`folds` must be a whole number")]
    [TestCase("folds: 5", "folds: 1", 4, "`folds` is 1 but must be at least 2")]
    [TestCase("accumulate: [add up]", "accumulate: []", 5, "`accumulate` must be a list with at least one item")]
    [TestCase("accumulate: [add up]", "accumulate: ['...']", 5, "has no words")]
    [TestCase("id: idea", "id: The idea", 7, "has other signs")]
    [TestCase("id: idea", "id: gradient", 13, "the id `gradient` stands twice")]
    [TestCase("kind: concept", "kind: concpt", 7, "the kind `concpt` is not known. Did you mean `concept`")]
    [TestCase("    kind: concept\n", "", 7, "the criterion has no `kind`")]
    [TestCase("points: 2", "points: 0", 9, "`points` is 0 but must be greater than 0")]
    [TestCase("points: 2", "points: -1", 9, "`points` is -1")]
    [TestCase("points: 2", "points: two", 9, "`points` must be a number")]
    [TestCase("points: 2", "points: \"2\"", 9, "`points` must be a number")]
    [TestCase("points: 2", "points: .nan", 9, "`points` must be a number")]
    [TestCase("    points: 2\n", "", 7, "the concept criterion has no `points`")]
    [TestCase("    name: The idea\n", "", 7, "has no `name`")]
    [TestCase("    missing: Say it.\n", "", 7, "has no `missing`")]
    [TestCase("missing: Say it.", "negation: never\n    missing: Say it.", 12, "`negation` is `never`, which is not known")]
    [TestCase("{any: [accumulate,", "{all: [a], any: [accumulate,", 11, "needs exactly one of any, all, near, ordered, regex, words, this one has 2")]
    [TestCase("{any: [accumulate,", "{within: 5, any: [accumulate,", 11, "`within` means nothing for `any`")]
    [TestCase("{any: [accumulate,", "{some: [accumulate,", 11, "unknown key `some`")]
    [TestCase("match: {any: [accumulate, {regex: \"add.*up\"}]}", "match: {near: [a, b]}", 11, "has no `within`")]
    [TestCase("match: {any: [accumulate, {regex: \"add.*up\"}]}", "match: {near: [a], within: 5}", 11, "needs at least two terms")]
    [TestCase("match: {any: [accumulate, {regex: \"add.*up\"}]}", "match: {near: [a, {all: [b, c]}], within: 5}", 11, "`all` cannot be a term of `near`")]
    [TestCase("match: {any: [accumulate, {regex: \"add.*up\"}]}", "match: '...'", 11, "has no words")]
    [TestCase("match: {any: [accumulate, {regex: \"add.*up\"}]}", "match: {any: []}", 11, "`any` must be a list with at least one item")]
    [TestCase("add.*up", "add(.*up", 11, "`regex` is no regular expression")]
    [TestCase("add.*up", "(?=add).*up", 11, "`regex` looks around or back")]
    [TestCase("add.*up", "(?<!do not )add", 11, "`regex` looks around or back")]
    [TestCase("add.*up", "(add).*\\\\1", 11, "`regex` looks around or back")]
    [TestCase("check: gradient", "chek: gradient", 13, "unknown key `chek`. Did you mean `check`")]
    [TestCase("check: gradient", "check: gradient, dependsOn: roc", 13, "`dependsOn` names `roc`, which is no criterion above this one")]
    [TestCase("metric: AreaUnderRocCurve", "metric: AreaUnderRocCurv", 14, "nothing computes the metric `AreaUnderRocCurv`. Did you mean `AreaUnderRocCurve`")]
    [TestCase("atLeast: 0.88, atMost: 0.97", "atleast: 0.88", 14, "unknown key `atleast`. Did you mean `atLeast`")]
    [TestCase("atLeast: 0.88", "atLeast: 0.98", 14, "`atLeast` 0.98 is above `atMost` 0.97")]
    [TestCase(", atLeast: 0.88, atMost: 0.97", "", 14, "asks for nothing")]
    [TestCase("atLeast: 0.88", "partialFrom: 0.9, atLeast: 0.88", 14, "`partialFrom` 0.9 must be worse than `atLeast`")]
    [TestCase("atLeast: 0.88", "margin: 0.1, atLeast: 0.88", 14, "`margin` needs `above: baseline`")]
    [TestCase("atLeast: 0.88", "above: chance, atLeast: 0.88", 14, "`above` is `chance`")]
    [TestCase("(?<value>", "(?<number>", 15, "`pattern` has no group named value")]
    [TestCase("tolerance: 0.01", "tolerance: -1", 15, "`tolerance` is -1 but must be at least 0")]
    [TestCase("correct: b", "correct: b)", 16, "must be the label of one option")]
    [TestCase("prompt: Explain.", "prompt: \"1. Which?\\n   - [ ] a) this\\n   - [ ] c) that\"", 16, "the prompt offers a, c under item 1")]
    [TestCase("item: 1", "item: first", 16, "`item` must be a number")]
    [TestCase("minWords: 60", "minWords: 900", 17, "`minWords` 900 is above `maxWords` 800")]
    [TestCase(", minWords: 60, maxWords: 800", "", 17, "asks for nothing")]
    [TestCase("model: {timeout: 60, memory: 2048, folds: 5}\n", "", 13, "the question has no model")]
    public void A_fault_is_told_with_file_line_and_remedy(string good, string bad, int line, string message)
    {
        var yaml = Good.Replace(good, bad, StringComparison.Ordinal);
        Assert.That(yaml, Is.Not.EqualTo(Good), "the case changes something");

        Assert.That(FaultOf(yaml), Does.StartWith($"rubric/{Situation.Question}.yaml:{line}: ").And.Contain(message));
    }

    [Test]
    public void A_demonstration_without_expectation_is_a_fault() =>
        Assert.That(FaultOf(Good, expectation: false), Does.StartWith($"rubric/{Situation.Question}.yaml:3: the expectation 1-gradients.cs is missing"));

    [Test]
    public void An_expectation_without_demonstration_is_a_fault() =>
        Assert.That(FaultOf("title: t\nprompt: p\ncriteria:\n  - {id: m, kind: manual, points: 1, name: n}\n"), Does.Contain("has no `demonstration:`"));

    [Test]
    public void A_demonstration_criterion_in_a_question_without_demonstration_is_a_fault() =>
        Assert.That(
            FaultOf("title: t\nprompt: p\ncriteria:\n  - {id: m, kind: demonstration, points: 1, check: c}\n", expectation: false),
            Does.StartWith($"rubric/{Situation.Question}.yaml:4: the question has no demonstration"));

    [TestCase("")]
    [TestCase("# nothing\n")]
    [TestCase("just text\n")]
    [TestCase("- a list\n")]
    [TestCase("title: a\n---\ntitle: b\n")]
    [TestCase("\0\0\0")]
    public void What_is_no_question_at_all_is_a_fault(string yaml) => Assert.That(FaultOf(yaml), Does.StartWith($"rubric/{Situation.Question}.yaml"));

    [TestCase('[')]
    [TestCase('{')]
    public void What_is_nested_thousands_deep_is_a_fault_and_no_crash(char bracket) =>
        Assert.That(FaultOf("title: t\nprompt: " + new string(bracket, 100_000)), Does.Contain("yaml:2: "));

    [Test]
    public void A_text_that_refers_to_itself_is_a_fault_and_no_crash() => Assert.That(FaultOf("title: &a [*a]\n"), Does.Contain("anchors"));
}
