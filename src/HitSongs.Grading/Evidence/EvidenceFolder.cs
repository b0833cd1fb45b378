using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Grading.Grades;
using HitSongs.Notebooks;

namespace HitSongs.Grading.Evidence;

/// <summary>The folder evidence/: one JSON file per question, beside them submission.json and, where there are any, songs.json and the outputs of the
/// notebook's cells in notebook.json.</summary>
public static class EvidenceFolder
{
    private const string SubmissionFile = "submission.json";
    private const string SongsFile = "songs.json";
    private const string NotebookFile = "notebook.json";
    private const string Extension = ".json";
    private const string Remedy = "Collect the evidence again";

    /// <summary>Writes the folder; evidence of questions that an earlier run left there is removed.</summary>
    /// <exception cref="ArgumentException">The id of a question leads out of the folder.</exception>
    public static void Write(string directory, SubmissionEvidence evidence)
    {
        var root = Path.GetFullPath(directory);
        Directory.CreateDirectory(root);
        RemoveEarlier(root);
        foreach (var question in evidence.Questions)
        {
            WriteFile(PathOf(root, question.Question), question);
        }

        if (evidence.Songs is not null)
        {
            WriteFile(Path.Combine(root, SongsFile), evidence.Songs);
        }

        if (evidence.Cells is not null)
        {
            WriteFile(Path.Combine(root, NotebookFile), evidence.Cells);
        }

        // Last: a folder without it was not written to its end.
        WriteFile(Path.Combine(root, SubmissionFile), new SubmissionHead(evidence.Submission, evidence.Run, evidence.Selection));
    }

    /// <summary>Whether a folder holds evidence that was written to its end.</summary>
    public static bool IsAt(string directory) => File.Exists(Path.Combine(directory, SubmissionFile));

    /// <exception cref="InvalidInputException">A file is missing or broken.</exception>
    public static SubmissionEvidence Read(string directory)
    {
        var root = Path.GetFullPath(directory);
        if (!File.Exists(Path.Combine(root, SubmissionFile)))
        {
            throw Missing(directory);
        }

        var head = ReadFile<SubmissionHead>(root, SubmissionFile);
        var songs = File.Exists(Path.Combine(root, SongsFile)) ? ReadFile<SongsEvidence>(root, SongsFile) : null;
        var questions = QuestionFiles(root).Select(file => ReadQuestion(root, file)).ToList();
        var cells = File.Exists(Path.Combine(root, NotebookFile)) ? ReadFile<IReadOnlyList<CellResult>>(root, NotebookFile) : null;
        return new SubmissionEvidence(head.Submission, questions, songs, head.Run) { Cells = cells, Selection = head.Selection };
    }

    /// <summary>Reads what one question is graded by: much faster than all.</summary>
    /// <param name="facts">Reads the data card and the study of the songs, where they are asked for too; else null.</param>
    /// <exception cref="InvalidInputException">A file is missing or broken.</exception>
    internal static SubmissionEvidence ReadQuestion(string directory, string question, SongFacts? facts)
    {
        var root = Path.GetFullPath(directory);
        var head = ReadFile<SubmissionHead>(root, SubmissionFile);
        var songs = File.Exists(Path.Combine(root, SongsFile)) ? facts?.Read(Path.Combine(root, SongsFile), SongsFile, Remedy) : null;
        var file = question + Extension;
        IReadOnlyList<QuestionEvidence> read = File.Exists(PathOf(root, question)) ? [ReadQuestion(root, file)] : [];
        return new SubmissionEvidence(head.Submission, read, songs, head.Run) { Selection = head.Selection };
    }

    private static QuestionEvidence ReadQuestion(string root, string file)
    {
        var question = ReadFile<QuestionEvidence>(root, file);
        return question.Question + Extension == file
            ? question
            : throw new InvalidInputException(file, null, $"it is evidence of the question {question.Question}", Remedy);
    }

    /// <summary>Error for a folder that holds no evidence.</summary>
    internal static InvalidInputException Missing(string directory) =>
        new($"{directory.TrimEnd('/')}/{SubmissionFile}", null, "the file is missing, so this is no complete evidence", Remedy);

    private static T ReadFile<T>(string root, string file)
    {
        RegularFile.Check(Path.Combine(root, file), file);
        return GradingJson.Read<T>(File.ReadAllText(Path.Combine(root, file)), file, Remedy);
    }

    private static void WriteFile<T>(string path, T content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(content, GradingJson.Options) + "\n");
    }

    private static void RemoveEarlier(string root)
    {
        // Only where an earlier run wrote: in any other folder the files are someone else's.
        if (File.Exists(Path.Combine(root, SubmissionFile)))
        {
            foreach (var file in QuestionFiles(root).Append(SongsFile).Append(NotebookFile).Append(SubmissionFile))
            {
                File.Delete(Path.Combine(root, file));
            }
        }
    }

    private static List<string> QuestionFiles(string root) =>
        [.. Directory.EnumerateFiles(root, "*" + Extension, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(file => file.Contains('/'))
            .OrderBy(file => file[..^Extension.Length], StringComparer.Ordinal)];

    private static string PathOf(string root, string question)
    {
        var path = Path.GetFullPath(Path.Combine(root, question + Extension));
        return question.Contains('/') && path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new ArgumentException($"The question's id {question} is no path inside of a section.", nameof(question));
    }

    private sealed record SubmissionHead(
        SubmissionIdentity Submission,
        RunInfo Run,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Selection = null);
}
