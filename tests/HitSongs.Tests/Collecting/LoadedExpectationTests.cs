using System.Text.Json.Nodes;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Expectations;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.Evidence;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>Expectations as they are asked: compiled, and in a sandboxed process of their own.</summary>
public sealed class LoadedExpectationTests
{
    private static readonly Sandbox Sandbox = SandboxChoice.Choose(SandboxKind.Auto, _ => { });

    private TemporaryFolder folder = null!;

    [SetUp]
    public void MakeFolder() => folder = new TemporaryFolder();

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [Test]
    public async Task Inputs_that_are_withheld_are_checked_against_and_not_given()
    {
        var expectation = await LoadAsync(
            """
            public override IReadOnlyList<string> Withheld => ["classes"];
            public override JsonObject Draw(Random random) => new() { ["texts"] = new JsonArray("one"), ["Texts"] = new JsonObject { ["ú"] = 1, ["Ú"] = 2 }, ["classes"] = new JsonArray(2) };
            public override void Check(JsonObject inputs, Observed observed, CheckList checks) =>
                checks.Near("class", "class", (double)inputs["classes"]![0]!, 0, "the class");
            """);

        var (inputs, given) = await expectation.DrawAsync(1, CancellationToken.None);
        var checks = await expectation.CheckAsync(inputs, [new Observation("class", 1, JsonValue.Create(2))], CancellationToken.None);

        Assert.That(given.Select(input => input.Key), Is.EqualTo(new[] { "texts", "Texts" }));
        Assert.That(given["texts"]!.ToJsonString(), Is.EqualTo("[\"one\"]"));
        Assert.That(given["Texts"]!["Ú"]!.GetValue<int>(), Is.EqualTo(2));
        Assert.That(checks.Single().Holds, Is.True);
    }

    [Test]
    public async Task Values_of_every_kind_reach_the_checks_as_they_were_observed()
    {
        var expectation = await LoadAsync(
            Drawing + """
            public override void Check(JsonObject inputs, Observed observed, CheckList checks)
            {
                foreach (var name in (string[])["number", "text", "truth", "nothing", "not a number", "deep"])
                {
                    checks.True(name, name, true, "");
                }
                checks.Near("large", "number", (double)inputs["large"]!, 0, "");
            }
            """);
        var deep = Enumerable.Range(0, 13).Aggregate<int, JsonNode>(JsonValue.Create(0.1 + 0.2), (inner, _) => new JsonArray(inner));
        Observation[] observed =
        [
            new("number", 3, JsonValue.Create(9007199254740993.0)), new("text", 4, JsonValue.Create("a\nb \U0001F3B5 \"c\"")), new("truth", 5, JsonValue.Create(true)),
            new("nothing", 6, null), new("not a number", 7, JsonValue.Create("NaN")), new("deep", 8, deep),
        ];

        var (inputs, _) = await expectation.DrawAsync(1, CancellationToken.None);
        var checks = await expectation.CheckAsync(inputs, observed, CancellationToken.None);

        Assert.That(checks.Select(check => check.Line), Is.EqualTo(new int?[] { 3, 4, 5, 6, 7, 8, 3 }));
        Assert.That(checks.Take(6).Select(check => check.Seen), Is.EqualTo(observed.Select(one => one.Value?.ToJsonString() ?? "null")));
        Assert.That(checks.All(check => check.Holds), Is.True);
    }

    [TestCase("""throw new InvalidOperationException("odd");""", "the expectation threw InvalidOperationException: odd")]
    [TestCase("TorchSharp.torch.ones(2, 3).matmul(TorchSharp.torch.ones(2, 3));", "the expectation ended its process (exit code 134")]
    [TestCase("Environment.Exit(0);", "the expectation ended its process (exit code 0)")]
    public async Task What_ends_an_expectation_is_told_as_the_rubric_s_fault_and_the_next_is_asked_all_the_same(string statement, string told)
    {
        var wrong = await LoadAsync(Drawing + $"public override void Check(JsonObject inputs, Observed observed, CheckList checks) {{ {statement} }}");
        var right = await LoadAsync(Drawing + """public override void Check(JsonObject inputs, Observed observed, CheckList checks) => checks.True("one", "one", true, "");""", "right");

        var (inputs, _) = await wrong.DrawAsync(1, CancellationToken.None);
        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => wrong.CheckAsync(inputs, [], CancellationToken.None));
        var checks = await right.CheckAsync(inputs, [], CancellationToken.None);

        Assert.That(fault!.Message, Does.Contain("rubric/wrong.cs").And.Contain(told).And.Contain("Mend it"));
        Assert.That(checks.Single().Seen, Is.EqualTo("nothing was observed under the name \"one\""));
    }

    [TestCase("""Console.WriteLine("{\"checks\":[]}");""")]
    [TestCase("""using var output = Console.OpenStandardOutput(); output.Write("{\"checks\":[]}\n"u8);""")]
    public async Task What_an_expectation_prints_is_no_reply(string statement)
    {
        const string checking = """checks.True("one", "one", true, "");""";
        var chatty = await LoadAsync(
            Drawing + $"public override void Check(JsonObject inputs, Observed observed, CheckList checks) {{ {statement} {checking} }}");
        var (inputs, _) = await chatty.DrawAsync(1, CancellationToken.None);

        for (var time = 1; time <= 2; time++)
        {
            Assert.That((await chatty.CheckAsync(inputs, [], CancellationToken.None)).Select(check => check.Name), Is.EqualTo(new[] { "one" }), $"{time}");
        }
    }

    [Test]
    public async Task What_an_expectation_leaves_behind_is_not_the_fault_of_the_next()
    {
        var wrong = await LoadAsync(Drawing + """
            public override void Check(JsonObject inputs, Observed observed, CheckList checks) => AppDomain.CurrentDomain.SetData("left", true);
            """);
        var right = await LoadAsync(
            Drawing + """
            public override void Check(JsonObject inputs, Observed observed, CheckList checks)
            {
                if (AppDomain.CurrentDomain.GetData("left") is not null) Environment.Exit(7);
            }
            """,
            "right");
        var (inputs, _) = await wrong.DrawAsync(1, CancellationToken.None);

        await wrong.CheckAsync(inputs, [], CancellationToken.None);

        Assert.That(await right.CheckAsync(inputs, [], CancellationToken.None), Is.Empty);
    }

    [Test]
    public async Task An_expectation_has_no_rights()
    {
        Assume.That(Sandbox, Is.TypeOf<BubblewrapSandbox>(), "without bubblewrap it is a process like any other");
        var outside = Path.Combine(folder.Path, "outside.txt");
        var curious = await LoadAsync(
            $$"""
            public override JsonObject Draw(Random random) => new()
            {
                ["root"] = Environment.IsPrivilegedProcess, ["written"] = Tried(() => File.WriteAllText("{{outside}}", "")),
                ["read"] = Tried(() => Directory.GetFiles("{{folder.Path}}")), ["sent"] = Tried(() => new System.Net.Sockets.TcpClient("127.0.0.1", 80)),
            };
            public override void Check(JsonObject inputs, Observed observed, CheckList checks) { }
            static bool Tried(Action action) { try { action(); return true; } catch (Exception) { return false; } }
            """);

        var (inputs, _) = await curious.DrawAsync(1, CancellationToken.None);

        Assert.That(inputs.Where(input => input.Value!.GetValue<bool>()).Select(input => input.Key), Is.Empty);
        Assert.That(File.Exists(outside), Is.False);
    }

    [Test]
    public async Task A_file_without_an_expectation_is_told()
    {
        var none = await LoadAsync("public override string ToString() => \"\";", declares: "Random");

        var fault = await Assert.ThrowsAsync<InvalidInputException>(() => none.DrawAsync(1, CancellationToken.None));

        Assert.That(fault!.Message, Does.Contain("there is not exactly one class that derives from Expectation"));
    }

    private const string Drawing = "public override JsonObject Draw(Random random) => new() { [\"large\"] = 9007199254740992 };\n";

    private async Task<LoadedExpectation> LoadAsync(string members, string name = "wrong", string declares = "Expectation")
    {
        var rubric = Directory.CreateDirectory(Path.Combine(folder.Path, "rubric")).FullName;
        var path = Path.Combine(rubric, $"{name}.cs");
        await File.WriteAllTextAsync(
            path, $"using System.Text.Json.Nodes;\nusing HitSongs.Grading.Expectations;\ninternal sealed class Asked : {declares}\n{{\n{members}\n}}\n");
        return await new ExpectationLoader(Sandbox, new Compiler(Sandbox), rubric, Path.Combine(folder.Path, "cache")).LoadAsync(path, CancellationToken.None);
    }
}
