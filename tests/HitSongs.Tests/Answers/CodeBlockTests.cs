using System.Diagnostics;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Tests.Grading;
using Markdig;
using Markdig.Syntax;
using NUnit.Framework;

namespace HitSongs.Tests.Answers;

/// <summary>Code that an answer or a document shows is code: C# compiles as a program of a submission would, Python is parsed by CPython.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class CodeBlockTests
{
    private const string Usings = "using TorchSharp;\nusing static TorchSharp.torch;\n";

    private static readonly string[] Folders = ["answers", "docs"];

    private static IEnumerable<TestCaseData> Blocks(params string[] languages)
    {
        var files = Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.md", SearchOption.AllDirectories));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var blocks = Markdown.Parse(File.ReadAllText(file)).Descendants<FencedCodeBlock>().Where(block => languages.Contains(block.Info));
            foreach (var block in blocks)
            {
                var name = $"{Path.GetRelativePath(Repository.Root, file)}:{block.Line + 1}";
                yield return new TestCaseData(block.Lines.ToString()) { TestName = name };
            }
        }
    }

    private static IEnumerable<TestCaseData> CSharp() => Blocks("csharp", "cs", "c#");

    private static IEnumerable<TestCaseData> Python() => Blocks("python", "py");

    [TestCaseSource(nameof(CSharp))]
    public async Task CSharp_compiles(string code)
    {
        using var folder = new TemporaryFolder();
        var source = code.Contains("using static TorchSharp.torch;", StringComparison.Ordinal) ? code : Usings + code;
        var compiled = await new Compiler(new ProcessSandbox()).CompileAsync(
            new CompilerInput(source, "exe", References.OfSubmissions),
            folder.Path,
            CancellationToken.None
        );

        Assert.That(compiled.Error, Is.Empty);
    }

    [TestCaseSource(nameof(Python))]
    public void Python_is_parsed_by_CPython(string code)
    {
        using var python = Start() ?? throw new IgnoreException("there is no python3 here, so that the block was not parsed");
        python.StandardInput.Write(code);
        python.StandardInput.Close();
        var said = python.StandardError.ReadToEnd();
        python.WaitForExit();

        Assert.That(python.ExitCode, Is.Zero, said);
    }

    private static Process? Start()
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo("python3", ["-c", "import ast, sys; ast.parse(sys.stdin.read())"])
                {
                    RedirectStandardInput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            );
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
