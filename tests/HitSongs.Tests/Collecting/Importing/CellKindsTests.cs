using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>Kinds of C# cells that a kernel takes and a program does not, as people write them.</summary>
internal sealed class CellKindsTests
{
    private const string U = ForeignNotebook.Usings;
    private const string End = "Observe(\"loss\", 1.0);";

    private static readonly TestCaseData[] Cells =
    [
        Case("A partial class over two cells", U + "partial class Net { public int A => 1; }", "partial class Net { public int B => A + 1; }",
            "Observe(\"loss\", new Net().A + new Net().B);"),
        Case("A partial class that is written anew", U + "partial class Net { public int A => 1; }\nvar a = new Net().A;",
            "partial class Net { public int A => 2; }", "Observe(\"loss\", a + new Net().A);"),

        Case("A class that uses a function of another cell", U + "static double Twice(double x) => 2 * x;",
            "class Net { public double F(double x) => Twice(x); }", "Observe(\"loss\", new Net().F(1));"),
        Case("A class that uses a constant of another cell", U + "const int Size = 3;", "class Net { public int[] W = new int[Size]; }",
            "Observe(\"loss\", new Net().W.Length + Size);"),
        Case("A class that uses variables of other cells", U + "static double rate = 0.1;\nint[] sizes = { 1, 2 };\nvar name = \"net\";",
            "var random = new Random(1);", "class Net { public double F() => rate * sizes.Length * random.Next(3) * name.Length; }",
            "rate = 0.2;\nObserve(\"loss\", new Net().F());"),
        Case("A class that uses a function which uses a variable", U + "double rate = 0.1;\ndouble Step(double x) => x * rate;",
            "class Net { public double F(double x) => Step(x); }", "Observe(\"loss\", new Net().F(1) + rate);"),
        Case("A class with a parameter of the name of a variable", U + "var rate = GC.GetTotalMemory(false) * 0.1;",
            "class Net(double rate) { public double F(double x) => x * rate; }", "Observe(\"loss\", new Net(1).F(rate));"),
        Case("A class that uses one of two variables of a name", U + "int n = 1;\nclass A { public int F() => n; }",
            "double n = 2;\nclass B { public double F() => n; }",
            "Observe(\"loss\", new A().F() + new B().F());"),
        Case("A class and what it uses in one cell", U + "const double Rate = 0.1;\ndouble Twice(double x) => 2 * x;\nObserve(\"loss\", new Net().F());\n"
            + "class Net { public double F() => Twice(Rate); }"),

        Case("A namespace to the end of the cell", U + "namespace Nets;\n\npublic class Net\n{\n    public int A => 1;\n}",
            "using Nets;\nObserve(\"loss\", new Net().A);"),
        Case("A namespace with usings in it that nobody opens",
            U + "namespace Nets.Small;\nusing System.Text;\n\npublic class Net { public StringBuilder A => new(\"a\"); }",
            "Observe(\"loss\", new Net().A.Length + new Nets.Small.Net().A.Length);"),
        Case("A namespace with a private type beside statements", U + "namespace Nets\n{\n    enum Mode { Train, Eval }\n}\nvar a = 1;",
            "var mode = Nets.Mode.Eval;\nObserve(\"loss\", a + (int)mode);"),

        Case("A Main beside other cells",
            "using System.Text;\nclass Program\n{\n    static void Main(string[] args)\n    {\n        Console.WriteLine(args.Length);\n    }\n}",
            U + End),
        Case("A Main that waits",
            U + "class Program\n{\n    public static async Task<int> Main()\n    {\n        await Task.Yield();\n        return 0;\n    }\n}",
            "var code = await Program.Main();\nObserve(\"loss\", code);"),
        Case("A Main without a class", U + "static void Main(string[] args)\n{\n    Console.WriteLine(1);\n}", End),

        Case("The kernel's ways to show", U + "display(new[] { 1, 2 });\nvar x = 2.0;\nx.Display();\ndisplay(HTML(\"<b>bold</b>\"));\nConsole.WriteLine(x);",
            "HTML(\"<i>text</i>\")", "x.Display(\"text/plain\");\ndisplay(x, \"text/html\");\nx.DisplayAs(\"text/plain\");",
            "display(HTML($\"<b>{x}</b>\"))", End),
        Case("The kernel's own usings", "using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\n"
            + "using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\n" + U + "display(\"a\");", End),
        Case("A cell that shows what a function of its own class shows", U + "class Net { public void Show() => display(this); }\nnew Net().Show();", End),

        Case("Fields with modifiers", U + "private static int n = 3;\npublic const double Rate = 0.1;\nprivate static readonly int[] Sizes = { 1, 2 };\n"
            + "internal readonly string name = \"a\";\nprotected internal static volatile int k;",
            "n++;\nObserve(\"loss\", n * Rate + Sizes[0] + name.Length + k);"),
        Case("A static function that uses a variable, and one that uses a constant below", U + "static int n = 3;\nstatic int Next() => ++n;",
            "int Far() => Size;", "const int Size = 2;", "Observe(\"loss\", Next() + Far());"),
        Case("Properties and events", U + "public static int Count { get; set; } = 3;\ndouble Half => Count / 2.0;\npublic event Action Changed;",
            "Changed += () => Count++;\nChanged();\nObserve(\"loss\", Half);"),

        Case("Aliases of all kinds",
            U + "global using Table = System.Collections.Generic.Dictionary<string, double>;\nusing Point = (int X, int Y);\nusing IO = System.IO;",
            "Point p = (1, 2);\nvar t = new Table { [\"a\"] = p.X };", "Observe(\"loss\", t[\"a\"] + IO.Path.Combine(\"a\", \"b\").Length);"),
        Case("An alias that is given anew", U + "using Row = System.Collections.Generic.List<int>;\nvar a = new Row { 1 };",
            "using Row = System.Collections.Generic.List<string>;\nvar b = new Row { \"a\" };", "Observe(\"loss\", a.Count + b.Count);"),
        Case("Await and iterators at the top", U + "await Task.Delay(1);\nasync Task<int> Get(int x) { await Task.Yield(); return x; }\n"
            + "public static async Task<double> Twice(double x) => await Task.FromResult(2 * x);",
            "IEnumerable<int> Numbers() { yield return 1; yield return 2; }\n"
            + "static async IAsyncEnumerable<int> Slow() { await Task.Yield(); yield return 3; }",
            "await foreach (var n in Slow()) Console.WriteLine(n);\nawait Get(3)",
            "Observe(\"loss\", Numbers().Sum() + await Get(1) + await Twice(1));"),
        Case("Extension methods in a static class",
            U + "const double Half = 0.5;\npublic static class Numbers\n{\n    public static double Halved(this double x) => x * Half;\n"
            + "    extension(int n) { public int Next => n + 1; }\n}", "Observe(\"loss\", 1.0.Halved() + 1.Next);"),

        Case("Last expressions", U + "var a = 3;\nvar b = 2;\na", "a // how many", "a /* how many */", "a + b\n// the sum\n", "a * b", "a < b",
            "a > b && b < a", "!(a > b)", "-a",
            "new[] { a, b }.Select(x => x * b)", "$\"{a:0.0}\"", "\"\"\"\ntext\n\"\"\"", "(a, b)", "a is > 2 and < 5",
            "a == b ? \"same\" : \"other\"", "typeof(int)", "new { a, b }",
            "(object)a", End),
        Case("Types below statements",
            U + "var a = new Song(\"a\", 1);\nrecord Song(string Title, int Plays);\nprivate enum Mode { Train, Eval }\n"
            + "protected interface INet { double F(); }\n"
            + "private delegate double Step(double x);\nprivate record struct Pair(int A, int B);\ninternal class Net : INet { public double F() => 1; }",
            "Step step = x => x;\nvar mode = Mode.Train;\nObserve(\"loss\", step(1) + (int)mode + new Net().F() + new Pair(1, 2).A);"),

        Case("A function that is written anew", U + "double Loss(double x) => x;\nvar a = Loss(1);",
            "double Loss(double x) => x * x;\nvar b = Loss(2);", "Observe(\"loss\", a + b + Loss(3));"),
        Case("One of two functions of a name that is written anew",
            U + "double F(double x) => x;\ndouble F(int x, int y) => x + y;\nvar a = F(1.0) + F(1, 2);",
            "double F(double x) => 3 * x;\nvar b = F(1.0) + F(1, 2);", "Observe(\"loss\", a + b);"),
        Case("A class that is written anew", U + "class Net { public Net() { } public int A => 1; }\nvar net = new Net();\nnet.A",
            "class Net { public Net(int a) { A = a; } public int A { get; } }",
            "Net net = new Net(2);\nObserve(\"loss\", net.A);"),
        Case("A class that is written anew and used by another", U + "class Layer { public int A => 1; }\nclass Net { public Layer L = new(); }",
            "class Layer { public int B => 2; }",
            "class Net { public Layer L = new Layer(); }", "Observe(\"loss\", new Net().L.B);"),
        Case("An extension method that is written anew", U + "public static class Numbers { public static double Halved(this double x) => x / 3; }",
            "public static class Numbers { public static double Halved(this double x) => x / 2; }", "Observe(\"loss\", 1.0.Halved());"),
        Case("An extension function that is written anew", U + "static double Halved(this double x) => x / 3;",
            "static double Halved(this double x) => x / 2;",
            "Observe(\"loss\", 1.0.Halved());"),
    ];

    [TestCaseSource(nameof(Cells))]
    public void Cells_become_a_program_that_compiles(string[] cells)
    {
        var imported = ForeignNotebook.Demonstration(cells);

        Assert.That(imported.Losses(), Is.Empty, imported.Program("pytorch/3-backpropagation"));
        Assert.That(imported.Program("pytorch/3-backpropagation"), Does.Contain("Observe(\"loss\", "));
    }

    private static TestCaseData Case(string name, params string[] cells) => new((object)cells) { TestName = name };
}
