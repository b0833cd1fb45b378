using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>What a candidate reads first, and the workflow that runs in a candidate's repository.</summary>
internal static class CandidatesReadme
{
    public const string Workflow = """
        # Runs what can be checked without the evaluator: programs, the model, the form of the answers.
        name: Grade

        on: [push]

        permissions:
          contents: read

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

        {rubric.Questions.Count()} questions in {rubric.Sections.Count} sections. Each has a folder in `answers/`: its `README.md` says what is asked and
        what it is graded by; write your answer into `answer.md` and your program, where one is asked for, into the file beside it.

        {string.Join(
                '\n',
                rubric.Sections.Select(section =>
                    $"- **{section.Title}**: {string.Join(", ", section.Questions.Select(question => $"[{question.Title}](answers/{question.Id}/README.md)"))}"
                )
            )}

        ## Try it out

        The .NET SDK that `global.json` names is all that has to be installed.

        ```
        dotnet run --project src/HitSongs.Cli -- grade --only primer/4-trainer    # one question
        dotnet run --project src/HitSongs.Cli -- demo primer/4-trainer            # one program, with what it prints
        dotnet run --project src/HitSongs.Cli -- grade                            # everything
        ```

        Checked here are the form of the answers, that programs run and hand back what is asked for, and the model. What an answer says, and whether
        the values are right, is graded on the evaluator's side: those points are shown as *ungraded*.

        ## Notebooks

        `notebooks/{StarterNotebook.CSharp}` and `notebooks/{StarterNotebook.Python}` have a heading for each question. Write there if you like, then

        ```
        dotnet run --project src/HitSongs.Cli -- import notebooks/{StarterNotebook.CSharp} --force
        ```

        makes files in `answers/` of it, and says what found no place.

        """;
}
