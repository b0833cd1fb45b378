using HitSongs.Collecting.Importing;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>What cells say stays what it was when they are joined, or the cell is named that cannot be.</summary>
internal sealed class CellMeaningTests
{
    private const string U = ForeignNotebook.Usings;
    private const string Question = "pytorch/3-backpropagation";

    [Test]
    public void Parts_of_a_class_stay_one_class_and_a_class_that_is_written_anew_gets_another_name()
    {
        var parts = Import(U + "partial class Net { public int A => 1; }", "partial class Net { public int B => 2; }", "Observe(\"loss\", new Net().B);");
        var anew = Import(U + "class Net { public int A => 1; }\nvar a = new Net();", "class Net { public int A => 2; }",
            "Observe(\"loss\", a.A + new Net().A);");

        Assert.That(parts.Program(Question), Does.Not.Contain("Net2"));
        Assert.That(anew.Program(Question), Does.Contain("var a = new Net();").And.Contain("Observe(\"loss\", a.A + new Net2().A);"));
    }

    [Test]
    public void A_variable_that_a_class_uses_is_set_where_its_cell_sets_it()
    {
        var imported = Import(
            U + "double start = 1;\nConsole.WriteLine(start);",
            "static double rate = start / 10, scale; // small\nConsole.WriteLine(rate);",
            "class Net { public double F() => rate * scale; }\nObserve(\"loss\", new Net().F());"
        );

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
        Assert.That(
            imported.Program(Question),
            Does.Contain("double start = 1;\nConsole.WriteLine(start);\n\nrate = start / 10; scale = default; // small\nConsole.WriteLine(rate);")
                .And.Contain("internal static double rate = default!;")
        );
    }

    [Test]
    public void A_class_keeps_the_names_of_its_own_members()
    {
        var imported = Import(
            U + "var rate = 1;\nvar layer = 2;",
            "var rate = 0.5;\nclass Net(double rate) { private readonly int layer = 3; public double F() { var size = rate; return size * layer; } }\n"
            + "var size = 4;",
            "var size = 0.1;\nObserve(\"loss\", new Net(rate).F() + size + layer);"
        );

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
        Assert.That(
            imported.Program(Question),
            Does.Contain("class Net(double rate) { private readonly int layer = 3; public double F() { var size = rate; return size * layer; } }")
                .And.Contain("new Net(rate2).F() + size2 + layer")
        );
    }

    [Test]
    public void A_function_is_the_one_of_its_own_cell_wherever_it_stands_in_it()
    {
        var imported = Import(U + "int F() => 1;\nvar a = F();", "var b = F();\nint F() => 2;", "Observe(\"loss\", a + b + F());");

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
        Assert.That(imported.Program(Question), Does.Contain("var a = F();").And.Contain("var b = F2();").And.Contain("a + b + F2()"));
    }

    [Test]
    public void A_function_that_stands_again_word_for_word_sees_what_was_changed_between()
    {
        var imported = Import(U + "var k = 1;\nint F() => k;", "var k = 2;\nint F() => k;", "Observe(\"loss\", F());");

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
        Assert.That(imported.Program(Question), Does.Contain("int F() => k;").And.Contain("int F2() => k2;").And.Contain("Observe(\"loss\", F2());"));
    }

    [Test]
    public void Of_two_equal_extension_methods_the_later_stays_and_that_is_said()
    {
        var imported = Import(
            U + "public static class Numbers { public static double Halved(this double x) => x / 3; }",
            "public static class Numbers { public static double Halved(this double x) => x / 2; }\nObserve(\"loss\", 1.0.Halved());"
        );

        Assert.That(imported.Program(Question), Does.Contain("x / 2").And.Not.Contain("x / 3"));
        Assert.That(imported.Texts(), Has.Some.Contains("left out of the program: Numbers of cell 2, which cell 3 declares anew"));
    }

    [Test]
    public void A_Main_beside_statements_is_called_where_its_cell_stands()
    {
        var imported = Import(
            U + "var a = 1;\nConsole.WriteLine(a);",
            "class Program\n{\n    static void Main(string[] args)\n    {\n        Observe(\"loss\", 1.0);\n    }\n}",
            "Console.WriteLine(\"end\");"
        );

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
        Assert.That(imported.Program(Question), Does.Contain("Program.Main(args);\n\nConsole.WriteLine(\"end\");").And.Contain("internal static void Main("));
        Assert.That(imported.Texts(), Has.Some.Contains("Main of cell 3 is called there"));
    }

    [Test]
    public void A_Main_that_a_cell_calls_is_not_called_twice() =>
        Assert.That(
            Import(U + "class Program { public static void Main() => Observe(\"loss\", 1.0); }", "Program.Main();").Program(Question).Split("Main()").Length,
            Is.EqualTo(3)
        );

    [Test]
    public void A_last_line_that_is_a_product_is_shown() =>
        Assert.That(Import(U + "var a = 3;\nvar b = 2;\na * b // of both",
            "Observe(\"loss\", a);").Program(Question), Does.Contain("Console.WriteLine((a * b)); // of both"));

    [Test]
    public void Markdown_in_a_code_cell_is_prose()
    {
        var imported = Import(U + "Observe(\"loss\", 1.0);\n#!markdown\nThe *loss* is one.", "#!csharp\nConsole.WriteLine(1);\n#!html\n<b>bold</b>");

        Assert.That(imported.Losses(), Is.Empty);
        Assert.That(imported.Answer(Question), Does.Contain("\nThe *loss* is one.").And.Contain("```html\n<b>bold</b>"));
        Assert.That(imported.Program(Question), Does.Contain("Console.WriteLine(1);").And.Not.Contain("loss* is"));
    }

    [Test]
    public void What_leans_on_a_package_that_is_not_here_is_named_and_the_rest_kept()
    {
        var imported = Import(
            "#r \"nuget: Plotly.NET.Interactive, 5.0.0\"\n#r \"nuget: MathNet.Numerics\"\nusing Plotly.NET;\nusing MathNet.Numerics.Statistics;\n" + U,
            "var xs = new[] { 1.0, 2 };\nObserve(\"loss\", xs.Mean());",
            "var chart = Chart2D.Chart.Line<double, double, string>(xs, xs);",
            "chart.Show();",
            "Console.WriteLine(xs.Length);"
        );

        Assert.Multiple(() =>
        {
            Assert.That(imported.Program(Question), Does.Contain("xs.Mean()").And.Contain("xs.Length").And.Not.Contain("chart").And.Not.Contain("Plotly"));
            Assert.That(imported.Answer(Question), Does.Contain("```csharp\nvar chart = ").And.Contain("```csharp\nchart.Show();"));
            Assert.That(imported.Losses(), Has.Exactly(2).Items.And.All.Contains("the package Plotly.NET.Interactive of cell 2 is not here"));
            Assert.That(imported.Losses(), Has.Some.Contains("cell 4 cannot be joined").And.Some.Contains("cell 5 cannot be joined"));
            Assert.That(imported.Texts(), Has.Some.Contains("the package Plotly.NET.Interactive, which cell 2 asks for, is not among those"));
            Assert.That(imported.Texts(), Has.None.Contains("the package MathNet.Numerics"));
        });
    }

    [Test]
    public void Cells_with_unsafe_code_and_those_that_use_them_are_named_and_the_rest_kept()
    {
        var imported = Import(
            U + "var x = 3;\nObserve(\"loss\", x);", "unsafe int First(int* p) => *p;", "unsafe { Console.WriteLine(First(&x)); }",
            "unsafe class Weights { public int* P; }", "new Weights()", "Console.WriteLine(x);"
        );

        Assert.That(imported.Program(Question), Does.Contain("Observe(").And.Contain("Console.WriteLine(x);").And.Not.Contain("unsafe"));
        Assert.That(imported.Answer(Question), Does.Contain("```csharp\nunsafe int First(int* p) => *p;").And.Contain("```csharp\nnew Weights()"));
        Assert.That(imported.Losses(), Has.Exactly(4).Items.And.Exactly(3).Contains("programs are compiled without it"));
        Assert.That(imported.Losses(), Has.One.Contains("cell 6 cannot be joined").And.One.Contains("CS0246"));
    }

    [Test]
    public void What_a_set_up_cell_has_in_a_namespace_is_taken_into_the_program()
    {
        var imported = new ForeignNotebook().Code("namespace Nets;\npublic class Net { public int A => 1; }",
            "static int n = 3;\nclass Counter { public int Next() => ++n; }")
            .Text(ForeignNotebook.BackwardPass).Code(U + "using Nets;\nObserve(\"loss\", new Net().A + new Counter().Next());").Import();

        Assert.That(imported.Losses(), Is.Empty, imported.Program(Question));
    }

    [TestCase("namespace Nets;\nvar x = 1;", "cell 3")]
    [TestCase("var t = NoSuchLibrary.Load();", "cell 3")]
    public void A_cell_that_cannot_be_joined_is_named_in_one_line(string code, string named) =>
        Assert.That(Import(U + "Observe(\"loss\", 1.0);", code).Losses(), Has.One.Items.And.One.Contains(named).And.None.Contains("\n"));

    private static ImportedAnswers Import(params string[] cells) => ForeignNotebook.Demonstration(cells);
}
