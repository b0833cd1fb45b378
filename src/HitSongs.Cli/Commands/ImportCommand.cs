using System.CommandLine;
using System.Text;
using HitSongs.Cli.Options;
using HitSongs.Collecting.Assigning;
using HitSongs.Collecting.Compile;
using HitSongs.Collecting.Importing;
using HitSongs.Collecting.Sandboxing;
using HitSongs.Grading.RubricFiles;

namespace HitSongs.Cli.Commands;

internal static class ImportCommand
{
    public static Command Create()
    {
        var notebook = new Argument<FileInfo>("FILE") { Description = "A notebook of Jupyter or VS Code." };
        var into = new Option<DirectoryInfo?>("--into")
        {
            Description = "The submission whose answers/ are written. Default: this repository.",
            HelpName = "DIR",
        };
        var force = new Option<bool>("--force") { Description = "Overwrite answers that are there already." };
        var command = new Command("import", """
            Turns a notebook into answers/: cells belong to the question that the heading above them means, by its number, title, id or wording.
            C# cells become a program that is compiled there and then; Python cells are quoted; charts become figures of the answer.

            Example: hitsongs import homework.ipynb
            """)
        {
            notebook, into, force, SharedOptions.Rubric,
        };
        command.SetAction(
            async (parsed, cancel) =>
            {
                var workplace = Workplace.Find();
                var file = parsed.GetValue(notebook)!;
                var compiler = new Compiler(SandboxChoice.Choose(SandboxKind.Auto, _ => { }));
                var imported = await NotebookImport.OfAsync(
                    NotebookFile.Read(file.FullName),
                    RubricFolder.Read(SharedOptions.RubricOf(parsed, workplace)),
                    file.Name,
                    compiler,
                    cancel
                );
                return Write(imported, parsed.GetValue(into)?.FullName ?? workplace.Root, parsed.GetValue(force));
            }
        );
        return command;
    }

    /// <returns>0 where everything found its place, 1 where something was left out.</returns>
    private static int Write(ImportedAnswers imported, string submission, bool force)
    {
        var kept = 0;
        foreach (
            var (path, bytes) in imported
                .Files.Select(file => (file.Key, Encoding.UTF8.GetBytes(file.Value)))
                .Concat(imported.Pictures.Select(picture => (picture.Key, picture.Value)))
        )
        {
            var file = Path.Combine(submission, path);
            if (!force && File.Exists(file) && !File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes) && !BlankAnswer.IsBlank(File.ReadAllText(file)))
            {
                Console.Out.WriteLine($"kept as it was: {path}: it is there already; --force overwrites it");
                kept++;
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
            Console.Out.WriteLine($"written: {path}");
        }

        foreach (var remark in imported.Remarks)
        {
            Console.Out.WriteLine(remark.Text);
        }

        if (imported.Files.Count == 0)
        {
            Console.Out.WriteLine("no cell belongs to a question: put above each answer a heading with the question's title or id");
        }

        return kept > 0 || imported.Files.Count == 0 || imported.Remarks.Any(remark => remark.IsLoss) ? 1 : 0;
    }
}
