using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using HitSongs.Grading.Choices;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Marks;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Grading.Regrading;

/// <summary>The grade that lies beside evidence, and what it follows from where that is known.</summary>
/// <param name="Basis">Null where the grade may follow from anything.</param>
internal sealed record KeptGrade(Grade Grade, RunInfo Run, GradeBasis? Basis)
{
    private const string GradeFile = "grade.json";
    private const string BasisFile = "grade.basis.json";

    /// <summary>Which build of the harness this is: of all its own assemblies that grading uses.</summary>
    private static string Harness { get; } = string.Join(' ',
        ((Type[])[typeof(KeptGrade), typeof(InvalidInputException)]).Select(type => $"{type.Module.ModuleVersionId:N}"));

    /// <summary>Null where there is none.</summary>
    /// <param name="evidence">The folder of the evidence.</param>
    /// <exception cref="InvalidInputException">What lies there is no grade.</exception>
    public static KeptGrade? Beside(string evidence)
    {
        var path = PathOf(evidence, GradeFile);
        if (!File.Exists(path))
        {
            return null;
        }

        RegularFile.Check(path, path);
        var bytes = File.ReadAllBytes(path);
        var (grade, run) = GradeJson.Read(Encoding.UTF8.GetString(bytes), path);
        var basis = BasisBeside(evidence);
        return new KeptGrade(grade, run, basis?.Grade == Digest(bytes) ? basis : null);
    }

    /// <summary>Basis that a grade would have now, but for the questions.</summary>
    public static GradeBasis BasisNow(string evidence)
    {
        var marks = MarksFile.Beside(evidence);
        RegularFile.Check(marks, marks);
        return new GradeBasis(Harness, "", EvidenceStamp.Of(evidence), File.Exists(marks) ? Digest(File.ReadAllBytes(marks)) : "", []);
    }

    /// <summary>Basis of one question's grade and copies.</summary>
    public static QuestionBasis BasisOf(Question question, string key) =>
        new(question.Id, key, Digest(Encoding.UTF8.GetBytes($"{question.Prompt}\0{MultipleChoice.Form(question.Choices)}")));

    /// <summary>Writes a grade and what it follows from.</summary>
    /// <returns>The path of the grade.</returns>
    public static string Write(string evidence, Grade grade, RunInfo run, GradeBasis basis)
    {
        var bytes = Encoding.UTF8.GetBytes(GradeJson.Write(grade, run));
        CacheFile.Write(PathOf(evidence, GradeFile), bytes);
        CacheFile.Try(PathOf(evidence, BasisFile), JsonSerializer.SerializeToUtf8Bytes(basis with { Grade = Digest(bytes) }));
        return PathOf(evidence, GradeFile);
    }

    public static string PathOf(string evidence, string file = GradeFile) =>
        Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(evidence)))!, file);

    // It saves time alone: one that cannot be read is none.
    private static GradeBasis? BasisBeside(string evidence)
    {
        try
        {
            return JsonSerializer.Deserialize<GradeBasis>(File.ReadAllBytes(PathOf(evidence, BasisFile)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
