using NUnit.Framework;

namespace HitSongs.Tests.Collecting.Importing;

/// <summary>C# cells that a kernel runs one by one, and that are no program when they are put below each other.</summary>
internal sealed class HardToJoinTests
{
    private const string U = ForeignNotebook.Usings;
    private const string End = "Observe(\"loss\", 1.0);";

    private static readonly TestCaseData[] Cells =
    [
        Case("A function used before the cell that declares it", U + "double Loss(double x) => Scaled(x);", "double Scaled(double x) => 2 * x;", "Observe(\"loss\", Loss(1));"),
        Case("Await in a loop", U + "foreach (var i in new[] { 1, 2 })\n{\n    await Task.Delay(i);\n}", "await foreach (var n in Numbers()) Console.WriteLine(n);\nasync IAsyncEnumerable<int> Numbers() { yield return 1; await Task.Yield(); }", End),
        Case("A record declared below its use", U + "var song = new Song(\"a\", 3);\nrecord Song(string Title, int Plays);", "Observe(\"loss\", song.Plays);"),
        Case("A record of a later cell", U + "Song Make() => new(\"a\", 3);", "record Song(string Title, int Plays);", "Observe(\"loss\", Make().Plays);"),
        Case("Using static of a type of a cell", U + "static class Tools { public static double Twice(double x) => 2 * x; }", "using static Tools;\nObserve(\"loss\", Twice(2));"),
        Case("Using static of the framework in a later cell", U + "var x = 2.0;", "using static System.Math;\nObserve(\"loss\", Sqrt(x));"),
        Case("An alias of a type", U + "using Table = System.Collections.Generic.Dictionary<string, double>;\nvar t = new Table { [\"a\"] = 1 };", "Observe(\"loss\", t[\"a\"]);"),
        Case("Package and load directives between statements", U + "var a = 1;\n#r \"nuget: MathNet.Numerics, 5.0.0\"\n#load \"other.csx\"\nObserve(\"loss\", a);"),
        Case("Generic local functions", U + "T First<T>(IEnumerable<T> items) where T : struct => items.First();", "Observe(\"loss\", First(new[] { 1.0, 2 }));"),
        Case("Overloaded generic functions", U + "T Pick<T>(T a) => a;\nT Pick<T>(T a, T b) => b;", "Observe(\"loss\", Pick(1.0) + Pick(1.0, 2));"),
        Case("A function that yields", U + "IEnumerable<int> Count(int to) { for (var i = 0; i < to; i++) yield return i; }", "Observe(\"loss\", Count(3).Sum());"),
        Case("A type and a variable of another cell called alike", U + "class net { public int A = 1; }\nvar n = new net();", "var model = 2;\nint net2 = model + n.A;\nObserve(\"loss\", net2);"),
        Case("A variable that changes its type", U + "var data = new[] { 1, 2 };", "var data2 = data.Sum();\nvar data = \"text\";", "Observe(\"loss\", data2 + data.Length);"),
        Case("A function that uses variables of its cell and of a later one", U + "var rate = 0.1;\ndouble Step(double w) => w - rate * scale;", "var scale = 2.0;", "Observe(\"loss\", Step(1));"),
        Case("Functions declared again with a variable between", U + "var k = 1;\nint F() => k;\nConsole.WriteLine(F());", "var k = 2;\nint F() => k * 10;\nObserve(\"loss\", F());"),
        Case("An interface, a struct, a delegate and an enum", U + "interface INet { double F(double x); }\nreadonly struct Twice : INet { public double F(double x) => 2 * x; }\ndelegate double Step(double x);\nenum Mode { Train, Eval }", "Step step = new Twice().F;\nvar mode = Mode.Eval;\nObserve(\"loss\", step(1) + (int)mode);"),
        Case("A namespace in a cell", U + "namespace Nets { class Net { public int A => 1; } }", "using Nets;\nObserve(\"loss\", new Net().A);"),
        Case("A Main of one's own", U + "class Program\n{\n    static void Main(string[] args)\n    {\n        Observe(\"loss\", 1.0);\n    }\n}"),
        Case("Regions, pragmas and conditions", U + "#region Data\n#pragma warning disable CS0219\n#if DEBUG\nvar a = 1;\n#else\nvar a = 2;\n#endif\n#endregion", "#nullable enable\nstring? b = null;\nObserve(\"loss\", a + (b?.Length ?? 0));"),
        Case("Return ends a cell", U + "var a = 1;\nif (a > 2) return;\nObserve(\"loss\", a);"),
        Case("A return value as the last line", U + "var a = 1;\nObserve(\"loss\", a);\nreturn a;"),
        Case("A last expression that is a tuple, an array, a lambda result", U + "var a = 1;\n(a, 2)", "new[] { a }", "a switch { 1 => \"x\", _ => \"y\" }", End),
        Case("A last expression with await", U + "await Task.FromResult(3)", End),
        Case("Goto and labels", U + "var i = 0;\nagain:\ni++;\nif (i < 3) goto again;", "Observe(\"loss\", i);"),
        Case("A pattern variable and an out variable twice", U + "if (int.TryParse(\"1\", out var n)) Console.WriteLine(n);", "if (int.TryParse(\"2\", out var n)) Console.WriteLine(n);\nobject o = 1;\nif (o is int m) Console.WriteLine(m);", "Observe(\"loss\", n);"),
        Case("Ref locals and spans", U + "Span<int> span = stackalloc int[2];\nref var first = ref span[0];\nfirst = 3;\nObserve(\"loss\", span[0]);"),
        Case("A list pattern, a collection expression, a primary constructor", U + "class Net(int size) { public int Size => size; }\nint[] xs = [1, 2, .. new[] { 3 }];\nvar ok = xs is [1, .., 3];", "Observe(\"loss\", ok ? new Net(2).Size : 0);"),
        Case("Operators, indexers, events in types", U + "class V(double x) { public double X => x; public static V operator +(V a, V b) => new(a.X + b.X); public double this[int i] => x; public event Action? Done; public void End() => Done?.Invoke(); }", "var v = new V(1) + new V(2);\nv.Done += () => Console.WriteLine();\nv.End();\nObserve(\"loss\", v[0]);"),
        Case("Extension methods in a static class and their use", U + "public static class Ext { public static double Half(this double x) => x / 2; }", "Observe(\"loss\", 3.0.Half());"),
        Case("An attribute and a doc comment", U + "/// <summary>Adds.</summary>\n[Obsolete(\"x\")]\nint Add(int a, int b) => a + b;", "Observe(\"loss\", 1.0);"),
        Case("A static local function and a lambda with default", U + "static int F(int a, int b = 2) => a + b;\nvar g = (int x = 3) => x;", "Observe(\"loss\", F(1) + g());"),
        Case("A cell that only comments and one that is blank", U + "// nothing yet\n/* really */", "   ", End),
        Case("Windows line ends and tabs", (U + "var a = 1;\n\tif (a > 0)\n\t{\n\t\tConsole.WriteLine(a);\n\t}").Replace("\n", "\r\n"), End),
        Case("A torch module in a cell of its own", "using TorchSharp;\nusing static TorchSharp.torch;\nusing static TorchSharp.torch.nn;\n" + U, "class Net : Module<Tensor, Tensor>\n{\n    private readonly Module<Tensor, Tensor> l = Linear(2, 1);\n    public Net() : base(\"net\") { RegisterComponents(); }\n    public override Tensor forward(Tensor x) => l.forward(x);\n}", "var net = new Net();\nvar y = net.forward(rand(3, 2));\ny.mean().item<float>()", "Observe(\"loss\", (double)y.mean().item<float>());"),
        Case("The same variable declared in three cells, used in a lambda", U + "var x = 1;\nFunc<int> f = () => x;", "var x = 2.0;\nFunc<double> g = () => x;", "var x = \"a\";\nObserve(\"loss\", f() + g() + x.Length);"),
        Case("Name clash with a parameter and a property", U + "var n = 1;\nint F(int n) => n;\nclass P { public int n { get; set; } }", "var n = 2.0;\nvar p = new P { n = 3 };\nObserve(\"loss\", F(1) + n + p.n);"),
        Case("Deconstruction of what is declared already", U + "var a = 1;", "var (a, b) = (2, 3);\n(a, b) = (b, a);\nObserve(\"loss\", a + b);"),
        Case("A nested function of the name of another cell's", U + "int F() => 1;", "int G() { int F() => 2; return F(); }\nObserve(\"loss\", F() + G());"),
        Case("A query with names of other cells", U + "var x = new[] { 1, 2 };", "var y = from x2 in x where x2 > 1 let n = x2 select n;\nvar n = y.Count();\nObserve(\"loss\", n);"),
        Case("Nameof and interpolation of a renamed name", U + "var n = 1;", "var n = 2.5;\nConsole.WriteLine($\"{nameof(n)} {n:0.0}\");\nObserve(\"loss\", n);"),
        Case("Try, using and lock blocks", U + "try { using var s = new MemoryStream(); lock (s) { } } catch (IOException e) when (e.Message.Length > 0) { } finally { }", "try { } catch (Exception e) { Console.WriteLine(e); }\n" + End),
        Case("An exit and arguments", U + "Console.WriteLine(args.Length);\nEnvironment.ExitCode = 0;", End),
        Case("An abstract class below its child", U + "class Dog : Animal { public override int Legs => 4; }", "abstract class Animal { public abstract int Legs { get; } }", "Observe(\"loss\", new Dog().Legs);"),
        Case("Two operators of tuples and a discard", U + "var (_, b) = (1, 2);\n_ = b;", "var (_, c) = (1, 2);\nObserve(\"loss\", b + c);"),
    ];

    [TestCaseSource(nameof(Cells))]
    public void Cells_become_a_program_that_compiles(string[] cells)
    {
        var imported = ForeignNotebook.Demonstration(cells);

        Assert.That(imported.Losses(), Is.Empty, imported.Files.GetValueOrDefault("answers/evaluation/pytorch/3-backpropagation/demonstration.cs"));
    }

    private static TestCaseData Case(string name, params string[] cells) => new((object)cells) { TestName = name };
}
