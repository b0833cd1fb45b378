using System.CommandLine;
using System.Security.Cryptography;
using HitSongs.Cli.Options;
using HitSongs.Cli.Terminal;
using HitSongs.Collecting.Quizzes;
using HitSongs.Grading.Choices;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Cli.Commands;

internal static class QuizCommand
{
    public static Command Create()
    {
        var set = new Argument<string?>("SET") { Description = "A quiz by its id, or a section. Default: every quiz.", Arity = ArgumentArity.ZeroOrOne };
        var seed = new Option<int?>("--seed") { Description = "What the order is drawn from; default: drawn anew.", HelpName = "N" };
        var command = new Command("quiz", """
            Asks the multiple-choice questions in the terminal, in an order that is drawn, and explains each after the answer.

            Examples: hitsongs quiz
                      hitsongs quiz primer/quiz-pytorch
            """)
        {
            set, seed, SharedOptions.Rubric,
        };
        command.SetAction(parsed =>
        {
            var rubric = RubricFolder.Read(SharedOptions.RubricOf(parsed, Workplace.Find()));
            var chosen = Chosen(rubric, parsed.GetValue(set)?.TrimEnd('/'));
            Ask(DrawnChoice.Draw(chosen, parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue)), Console.In, Console.Out);
            return 0;
        });
        return command;
    }

    /// <exception cref="UsageException">No quiz is called so.</exception>
    private static List<Question> Chosen(Rubric rubric, string? set)
    {
        var quizzes = rubric.Questions.Where(question => question.Choices.Any()).ToList();
        var chosen = quizzes
            .Where(quiz =>
                set is null
                || quiz.Id == set
                || quiz.Id.StartsWith(set + "/", StringComparison.Ordinal)
                || quiz.Id.EndsWith("/" + set, StringComparison.Ordinal)
            )
            .ToList();
        return chosen.Count > 0
            ? chosen
            : quizzes.Count == 0
                ? throw new UsageException(
                "this rubric does not know the answers of multiple-choice questions: tick yours in their answer.md, and the evaluator grades them"
            )
            : throw new UsageException($"there is no quiz {set}; there are {string.Join(", ", quizzes.Select(quiz => quiz.Id))}");
    }

    private static void Ask(IReadOnlyList<DrawnChoice> questions, TextReader input, TextWriter output)
    {
        var (right, asked) = (0, 0);
        foreach (var (index, question) in questions.Index())
        {
            output.WriteLine($"{index + 1} of {questions.Count}. {ScoreTable.Harmless(question.Question)}\n");
            foreach (var (letter, option) in MultipleChoice.Letters.Zip(question.Options))
            {
                output.WriteLine($"  {letter}) {ScoreTable.Harmless(option)}");
            }

            if (Answer(question, input, output) is not { } answer)
            {
                output.WriteLine();
                break;
            }

            asked++;
            right += answer == question.Correct ? 1 : 0;
            output.WriteLine(
                answer == question.Correct
                    ? "Right."
                    : $"Not right: it is {MultipleChoice.Letters[question.Correct]}) {ScoreTable.Harmless(question.Options[question.Correct])}"
            );
            output.WriteLine($"{ScoreTable.Harmless(question.Explanation)}\n");
        }

        output.WriteLine($"{right} of {questions.Count} right{(asked < questions.Count ? $"; {questions.Count - asked} not answered" : "")}.");
    }

    /// <returns>Null at the end of the input.</returns>
    private static int? Answer(DrawnChoice question, TextReader input, TextWriter output)
    {
        while (true)
        {
            output.Write($"\nYour answer (a to {MultipleChoice.Letters[question.Options.Count - 1]}): ");
            output.Flush();
            if (input.ReadLine() is not { } line)
            {
                return null;
            }

            if (question.Read(line) is { } answer)
            {
                return answer;
            }
        }
    }
}
