using HitSongs.Collecting.Importing;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>C# cells of a notebook become a program that compiles: each was compiled by the SDK's compiler, and what does not compile is a loss.</summary>
internal sealed class ImportedProgramTests
{
    private const string Question = "pytorch/3-backpropagation";
    private const string Sum = "Observe(\"loss\", (double)Input<long[]>(\"sizes\").Sum());";

    private static ImportedAnswers Import(params string[] cells) => ForeignNotebook.Demonstration(cells);

    private static readonly TestCaseData[] Cells =
    [
        new TestCaseData((object)new[] { "#!time\n" + ForeignNotebook.Usings + Sum }) { TestName = "A time magic is left out" },
        new TestCaseData((object)new[] { "%%time\n" + ForeignNotebook.Usings + Sum }) { TestName = "A time magic of IPython is left out" },
        new TestCaseData((object)new[] { "#i \"nuget:https://example.org/index.json\"\n#r \"nuget: TorchSharp-cpu\"\n" + ForeignNotebook.Usings + Sum })
        {
            TestName = "Package directives are left out",
        },
        new TestCaseData((object)new[] { "#!csharp\n#!share --from fsharp rate\n" + ForeignNotebook.Usings + Sum })
        {
            TestName = "A share magic below the language is left out",
        },
        new TestCaseData(
            (object)new[] { ForeignNotebook.Usings + "var sizes = Input<long[]>(\"sizes\");\nsizes.Length", "Observe(\"loss\", (double)sizes.Sum());" }
        )
        {
            TestName = "A last expression",
        },
        new TestCaseData(
            (object)new[] { ForeignNotebook.Usings + "var sizes = Input<long[]>(\"sizes\");\nsizes // how many?", "$\"{sizes.Length} sizes\"", Sum }
        )
        {
            TestName = "Last expressions with a comment and as text",
        },
        new TestCaseData(
            (object)
                new[] { ForeignNotebook.Usings + "var n = Input<long>(\"rows\");", "var n = Input<long[]>(\"sizes\").Sum();\nObserve(\"loss\", (double)n);" }
        )
        {
            TestName = "A variable declared twice",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "var i = 3;\nfor (var k = 0; k < 2; k++) Console.WriteLine(k);",
                    "for (var i = 0; i < 2; i++) { Console.WriteLine(i); }\nvar k = 5;",
                    "Observe(\"loss\", i + k);",
                }
        )
        {
            TestName = "A loop's variable called as one of another cell",
        },
        new TestCaseData((object)new[] { "var start = DateTime.UtcNow;", "using static HitSongs.Demonstrations.Demonstration; // Input and Observe\n" + Sum })
        {
            TestName = "A using with a comment",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    "var start = DateTime.UtcNow;\nusing System.Text; using static HitSongs.Demonstrations.Demonstration;\nglobal using System.Linq;\n" + Sum,
                }
        )
        {
            TestName = "Usings in the middle of a line",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "class Total\n{\n    public long Of(long[] numbers) => numbers.Sum();\n}",
                    "Observe(\"loss\", (double)new Total().Of(Input<long[]>(\"sizes\")));",
                }
        )
        {
            TestName = "A class in a cell",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "record Pair(int A, int B);\nvar p = new Pair(1, 2);\nenum Kind { One }",
                    "record Pair(string Name);\nvar q = new Pair(\"x\");\nObserve(\"loss\", p.A);\nConsole.WriteLine(q.Name);",
                }
        )
        {
            TestName = "A type declared twice",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "public static double Twice(double x) => 2 * x;\nprivate double Add(double x) { return x + rate; }",
                    "double rate = 3;",
                    "Observe(\"loss\", Add(Twice(1)));",
                }
        )
        {
            TestName = "Functions with modifiers and a variable below",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "static double Half(this double x) => x / 2;\nint F(int x) => x;\ndouble F(double x) => x;",
                    "Observe(\"loss\", F(1.0.Half()) + F(1));",
                }
        )
        {
            TestName = "Extension methods and overloads",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings + "int counter;\nstring name;\nstatic readonly double Rate = 0.5;",
                    "counter++;\nObserve(\"loss\", counter * Rate);",
                }
        )
        {
            TestName = "Variables without a value",
        },
        new TestCaseData(
            (object)new[] { ForeignNotebook.Usings + "void Step() => Console.WriteLine(1);", "void Step() => Console.WriteLine(2);\nStep();\n" + Sum }
        )
        {
            TestName = "A function declared twice",
        },
        new TestCaseData((object)new[] { ForeignNotebook.Usings + "display(\"hello\");\nInput<long>(\"rows\").Display();\n" + Sum })
        {
            TestName = "What a notebook has for showing values",
        },
        new TestCaseData(
            (object)new[] { ForeignNotebook.Usings + "var a = new { n = 1 };\nvar n = a.n;", "var n = 2.5;\nvar b = new { n };\nObserve(\"loss\", b.n + a.n);" }
        )
        {
            TestName = "Members keep their names",
        },
        new TestCaseData((object)new[] { ForeignNotebook.Usings + "var text = \"\"\"\n#r \"this is text\"\n\"\"\";\n/*\n#!time\n*/\n" + Sum })
        {
            TestName = "Text that looks like a directive",
        },
        new TestCaseData(
            (object)
                new[]
                {
                    ForeignNotebook.Usings
                        + "var words = await Task.FromResult(new[] { 1 });\nusing var stream = new MemoryStream();\nforeach (var (a, b) in words.Zip(words)) "
                            + "{ Console.WriteLine(a + b); }",
                    "var (a, b) = (1, 2);\nObserve(\"loss\", a + b);",
                }
        )
        {
            TestName = "Await, using declarations and deconstruction",
        },
    ];

    [TestCaseSource(nameof(Cells))]
    public void Cells_become_a_program_that_compiles(string[] cells)
    {
        var imported = Import(cells);

        Assert.That(imported.Losses(), Is.Empty, imported.Files.GetValueOrDefault($"answers/evaluation/{Question}/demonstration.cs"));
        Assert.That(imported.Program(Question), Does.Contain("Observe("));
    }

    [TestCase("#!time", "#!time of cell 2")]
    [TestCase("#i \"nuget:https://example.org\"", "#i \"nuget:https://example.org\" of cell 2")]
    public void A_directive_that_is_left_out_is_said(string directive, string said) =>
        Assert.That(Import($"{directive}\n{ForeignNotebook.Usings}{Sum}").Texts(), Has.Some.Contains(said));

    [Test]
    public void A_name_that_is_declared_again_is_changed_from_there_on_and_said()
    {
        var imported = Import(ForeignNotebook.Usings + "var n = 1;\nConsole.WriteLine(n);", "var n = 2.5;\nConsole.WriteLine(n);", "Observe(\"loss\", n);");

        Assert.That(
            imported.Program(Question),
            Does.Contain("var n = 1;\nConsole.WriteLine(n);").And.Contain("var n2 = 2.5;\nConsole.WriteLine(n2);").And.Contain("Observe(\"loss\", n2);")
        );
        Assert.That(imported.Texts(), Has.Some.Contains("n of cell 3 is called n2 from there on: cell 2 declares n too"));
    }

    [Test]
    public void A_cell_that_is_no_CSharp_is_named_and_kept_as_a_quotation_and_the_others_are_joined()
    {
        var imported = Import(ForeignNotebook.Usings + Sum, "var = broken (");

        Assert.That(imported.Losses(), Has.One.Items.And.One.Contains("cell 3 cannot be joined").And.One.Contains("CS"));
        Assert.That(imported.Answer(Question), Does.Contain("```csharp\nvar = broken ("));
        Assert.That(imported.Program(Question), Does.Contain("Observe(").And.Not.Contain("broken"));
    }

    [Test]
    public void A_cell_that_does_not_compile_is_named() =>
        Assert.That(
            Import(ForeignNotebook.Usings + Sum, "var t = NoSuchLibrary.Load();").Losses(),
            Has.One.Items.And.One.Contains("does not compile: cell 3: CS0103")
        );

    [Test]
    public void What_a_set_up_cell_declares_and_uses_is_taken_into_the_programs_that_need_it()
    {
        var imported = new ForeignNotebook()
            .Code(
                "#r \"nuget: TorchSharp\"\nusing static HitSongs.Demonstrations.Demonstration;\nusing NoSuch.Plotting;",
                "double Total(long[] sizes) => sizes.Sum() * factor;\nvar factor = 2.0;\nvar unused = 7;"
            )
            .Text(ForeignNotebook.BackwardPass)
            .Code("Observe(\"loss\", Total(Input<long[]>(\"sizes\")));")
            .Import();

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Program(Question), Does.Contain("double Total(").And.Contain("var factor").And.Not.Contain("unused").And.Not.Contain("NoSuch"));
        Assert.That(imported.Texts(), Has.Some.Contains("taken into the program too: what cell 2 declares (Total, factor)"));
    }

    [Test]
    public void A_program_in_one_cell_keeps_every_character()
    {
        const string program =
            "// What will be seen: a sum.\n" + ForeignNotebook.Usings + "\n\n   var  sum = 1; // odd   spacing\nObserve(\"loss\", sum);\n\nclass A;";

        Assert.That(Import(program).Program(Question), Is.EqualTo(program));
    }
}
