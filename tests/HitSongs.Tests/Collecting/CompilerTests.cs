using System.Reflection;
using System.Runtime.Loader;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Temporary;
using NUnit.Framework;

namespace HitSongs.Tests.Collecting;

/// <summary>What becomes of a source, whatever it is and whatever was compiled before it.</summary>
public sealed class CompilerTests
{
    private static readonly Sandbox Sandbox = SandboxChoice.Choose(SandboxKind.Auto, _ => { });

    private TemporaryFolder folder = null!;
    private int compiled;

    [SetUp]
    public void MakeFolder() => (folder, compiled) = (new TemporaryFolder(), 0);

    [TearDown]
    public void RemoveFolder() => folder.Dispose();

    [TestCase("var x = 1;\nvar y = z;\nvar w = v;", 2, "CS0103: The name 'z' does not exist in the current context")]
    [TestCase("var x = unknown;\nvar y = ;", 2, "CS1525: Invalid expression term ';'")]
    [TestCase("#line 77 \"other.cs\"\nvar y = z;", 2, "CS0103: The name 'z' does not exist in the current context")]
    [TestCase("#line 1 \"x(99999999999,1): error CS0001: y\"\nvar y = z;", 2, "CS0103: The name 'z' does not exist in the current context")]
    [TestCase("#line (1, 1) - (5, 60) 10 \"program.cs\"\nvar y = z;", 2, "CS0103: The name 'z' does not exist in the current context")]
    [TestCase("#error program.cs(1,1): error CS0001: all is well", 1, "CS1029: #error: 'program.cs(1,1): error CS0001: all is well'")]
    [TestCase("class A { }", null, "CS5001: Program does not contain a static 'Main' method suitable for an entry point")]
    [TestCase("[assembly: System.Reflection.AssemblyKeyFile(\"/etc/passwd\")]\nreturn;", null, "CS7027:")]
    public async Task The_first_error_is_told_with_the_line_that_it_is_in(string source, int? line, string message)
    {
        var result = await CompileAsync(source);

        Assert.That(result.Program, Is.Null);
        Assert.That((result.Line, result.HarnessFault), Is.EqualTo((line, false)), result.Error);
        Assert.That(result.Error, Does.StartWith(message));
    }

    [Test]
    public async Task An_error_in_a_shared_file_is_told_with_that_file()
    {
        var shared = Path.Combine(folder.Path, "Draws.cs");
        await File.WriteAllTextAsync(shared, "class Draws\n{\n    int x = y;\n}\n");

        var result = await CompileAsync("return;", shared);

        Assert.That((result.Line, result.Error), Is.EqualTo(((int?)null, "shared/Draws.cs:3: CS0103: The name 'y' does not exist in the current context")));
    }

    [Test]
    public async Task A_source_that_ends_the_compiler_is_to_blame_and_the_next_is_compiled_all_the_same()
    {
        var nested = string.Concat(Enumerable.Repeat("class A { ", 20_000)) + string.Concat(Enumerable.Repeat("}", 20_000));

        var fatal = await CompileAsync(nested);
        var next = await CompileAsync("return;");

        Assert.That((fatal.Program, fatal.HarnessFault), Is.EqualTo(((string?)null, false)));
        Assert.That(next.Program, Is.Not.Null, next.Error);
    }

    [Test]
    public async Task The_same_source_gives_the_same_bytes_whatever_was_compiled_before()
    {
        const string source = "System.Console.WriteLine(string.Join(' ', args.Select(a => (a, a.Length))));";
        var first = await CompileAsync(source);
        await CompileAsync("partial class Program { public static int Left = 1; }\nvar y = z;");
        await CompileAsync("namespace System.Linq { static class Enumerable { } }\nreturn;");

        var again = await CompileAsync(source);

        Assert.That(await File.ReadAllBytesAsync(again.Program!), Is.EqualTo(await File.ReadAllBytesAsync(first.Program!)));
    }

    [Test]
    public async Task A_program_knows_nothing_of_where_it_was_compiled()
    {
        var result = await CompileAsync(
            """
            return;
            public static class Where
            {
                public static string File([System.Runtime.CompilerServices.CallerFilePath] string path = "") => path;
                public static string Own() => File();
            }
            """);
        var context = new AssemblyLoadContext("where", isCollectible: true);
        var where = context.LoadFromStream(new MemoryStream(await File.ReadAllBytesAsync(result.Program!))).GetType("Where")!;

        Assert.That(where.GetMethod("Own", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, []), Is.EqualTo("program.cs"));
    }

    private Task<CompileResult> CompileAsync(string source, params string[] shared) => new Compiler(Sandbox).CompileAsync(
        new CompilerInput(source, "exe", References.OfSubmissions) { Shared = shared, Optimized = false },
        Path.Combine(folder.Path, $"{++compiled}"),
        CancellationToken.None);
}
