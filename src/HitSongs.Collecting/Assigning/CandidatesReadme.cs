using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>Readme for candidates, and the workflow that runs in a candidate's repository.</summary>
internal static class CandidatesReadme
{
    public const string Workflow = """
        # Runs what can be checked without the evaluator: programs, the model, the form of the answers.
        name: Grade

        on: [push]

        permissions:
          contents: read

        concurrency:
          group: grade-${{ github.ref }}
          cancel-in-progress: true

        jobs:
          grade:
            runs-on: ubuntu-24.04
            timeout-minutes: 60
            steps:
              - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
                with:
                  persist-credentials: false
              - uses: actions/setup-dotnet@d4c94342e560b34958eacfc5d055d21461ed1c5d # v5.0.0
                with:
                  global-json-file: global.json
              - working-directory: src/HitSongs.Cli
                run: dotnet run -- grade ../.. || test $? -eq 1

        """;

    public static string Write(Rubric rubric) => $"""
        # {rubric.Title}

        {Count(rubric)} Each has a folder in `answers/`: its `README.md` says what is asked and what it is graded by. Write your answer
        into `answer.md` and your program, where one is asked for, into the file beside it. A program reads inputs that are drawn anew for every run
        (`Input`), and hands back what it observed (`Observe`).
        {string.Concat(rubric.Sections.Select(Section))}
        ## Try it out

        The .NET SDK that `global.json` names is all that has to be installed. The first run builds the harness, which takes some minutes in which nothing is
        printed; after that a question is graded in seconds. `doctor` in place of `grade` tells what is missing on your machine, and what mends it.

        ```
        dotnet run --project src/HitSongs.Cli -- grade --only {Example}             # one question
        dotnet run --project src/HitSongs.Cli -- grade --only evaluation/pytorch           # a section
        dotnet run --project src/HitSongs.Cli -- grade                                     # everything
        dotnet run --project src/HitSongs.Cli -- demo {Example}                     # its program alone, with what it prints and hands back
        dotnet test tests/HitSongs.Grader --filter "FullyQualifiedName~{Example}"   # one question as tests, with one line for each failure
        ```

        `grade` writes `artifacts/report.html`, which shows what is missing and why, and `artifacts/submission.ipynb`, which is the whole as a notebook.

        Checked here are the form of the answers, that programs run and hand back what is asked for, and the model. What an answer says, and whether the
        values are right, is graded on the evaluator's side: those points are shown as *ungraded*.

        ## Notebooks

        `notebooks/{StarterNotebook.CSharp}` and `notebooks/{StarterNotebook.Python}` have a heading for each question. Write there if you like, then

        ```
        dotnet run --project src/HitSongs.Cli -- import notebooks/{StarterNotebook.CSharp}
        ```

        makes files in `answers/` of it, and says what found no place. What you have written there before stays; `--force` overwrites it. Python cells
        are quoted in the answer and not run.

        ## Hand in

        Commit `answers/` and push it (`git init` first, where you were given a folder and no repository). Whoever gave you this repository grades it with
        `hitsongs grade PATH`. A look at `artifacts/report.html` before shows whether a program or an answer is still missing.

        """;

    private const string Example = "primer/4-trainer";

    private static string Count(Rubric rubric) =>
        $"{rubric.Questions.Count()} questions in {rubric.Sections.Count} sections, {Points(rubric.Questions)} points, of which {rubric.PassMark:P0} pass.";

    private static string Section(RubricSection section)
    {
        var mark = section.PassMark is { } share ? $" At least {share:P0} of its points are needed." : "";
        return $"\n## {section.Title}\n\n{Points(section.Questions)} points.{mark}\n\n| question | points | program |\n| --- | ---: | --- |\n"
            + string.Concat(section.Questions.Select(Row));
    }

    private static string Row(Question question)
    {
        var title = question.Title.Replace("|", "\\|", StringComparison.Ordinal);
        return $"| [{title}](answers/{question.Id}/README.md) | {Points([question])} | {Program(question)} |\n";
    }

    private static string Points(IEnumerable<Question> questions) =>
        questions.Sum(question => question.Criteria.Sum(criterion => criterion.Points)).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);

    private static string Program(Question question) =>
        question.SameAs is { } same ? $"that of `{same}`"
        : question.Model is not null ? "`model.cs`"
        : question.Demonstration is { } demonstration ? $"`{demonstration.Program}`"
        : "";
}
