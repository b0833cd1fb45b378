using System.Text;
using System.Text.RegularExpressions;
using HitSongs.Grading.Choices;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>The files of a question before it is answered.</summary>
internal static partial class BlankAnswer
{
    private const string NotWritten = "is not written yet: README.md beside it says";

    /// <summary>By name: what is asked, an answer without a word, and a program that compiles and says that it is not written yet.</summary>
    public static IReadOnlyDictionary<string, string> Files(Question question)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { ["README.md"] = Readme(question) };
        if (question.SameAs is not null)
        {
            return files; // answered where the other one is
        }

        files["answer.md"] = $"---\nquestion: {question.Id}\nauthor:\n---\n{(question.Choices.Any() ? $"\n{MultipleChoice.Form(question.Choices)}" : "")}";
        if (question.Demonstration is { } demonstration)
        {
            files[demonstration.Program] = Program(
                question,
                demonstration.Program,
                "Demonstration",
                "Input<float[]>(\"x\") reads one of its inputs, Observe(\"loss\", loss) hands a value back."
            );
        }

        if (question.Model is not null)
        {
            files["model.cs"] = Program(
                question,
                "model.cs",
                "Modelling",
                "Training and Test are the songs, Predict(predictions) hands one prediction for each song of Test back."
            );
        }

        return files;
    }

    /// <summary>Whether a file is as it was before the question was answered: a front matter alone, the form of a quiz in which nothing is ticked, or a
    /// program that is not written yet.</summary>
    public static bool IsBlank(string text)
    {
        var lines = new AnswerText("", text).Body.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim().Length > 0);
        return lines.All(line => LineOfForm().IsMatch(line)) || text.Contains(NotWritten, StringComparison.Ordinal);
    }

    private static string Readme(Question question)
    {
        var text = new StringBuilder(
            $"# {question.Title}\n\n{question.Prompt.Trim()}\n\n## What it is graded by\n\n| criterion | points | checked |\n| --- | ---: | --- |\n"
        );
        foreach (var criterion in question.Criteria)
        {
            text.Append(
                $"| {AssignedRubric.NameOf(criterion).Replace("|", "\\|", StringComparison.Ordinal)} | {criterion.Points:0.##} | "
                    + $"{AssignedRubric.WhereChecked(criterion)} |\n"
            );
        }

        text.Append(ProgramReference.Of(question));
        text.Append(
            question.SameAs is { } same
                ? $"\nThis question is the same as {same}: one answer, written there, is enough.\n"
                : $"\nWrite your answer into `answer.md`{ProgramsOf(question)}.\n"
        );
        return text.ToString();
    }

    private static string ProgramsOf(Question question) =>
        string.Concat(
            new[] { question.Demonstration?.Program, question.Model is null ? null : "model.cs" }
                .OfType<string>()
                .Select(program => $", and your program into `{program}`, beside this page")
        );

    private static string Program(Question question, string name, string from, string hint) => $"""
        // {hint}
        using TorchSharp;
        using static HitSongs.Demonstrations.{from};
        using static TorchSharp.torch;

        throw new NotImplementedException("{name} of {question.Id} {NotWritten} what it is given and what it hands back");

        """;

    // Of MultipleChoice.Form: a numbered heading, or an option whose box is empty.
    [GeneratedRegex(@"^(## [0-9]+\. .*|- \[ \] [a-z]\) .*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LineOfForm();
}
