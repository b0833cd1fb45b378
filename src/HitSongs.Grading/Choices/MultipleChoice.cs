using System.Text;

namespace HitSongs.Grading.Choices;

/// <summary>A question of a quiz, of whose options one is right.</summary>
/// <param name="Item">Its number in the form, from 1.</param>
/// <param name="Options">In the order of the form: a, b, c…; at least two.</param>
/// <param name="Correct">Index of the right one.</param>
/// <param name="Explanation">Why it is right, and the others are not: for who has answered.</param>
public sealed record MultipleChoice(int Item, string Question, IReadOnlyList<string> Options, int Correct, string Explanation)
{
    /// <summary>The letters of a form's options.</summary>
    public const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The blank form as Markdown: a heading for each question, below it a box for each option.</summary>
    public static string Form(IEnumerable<MultipleChoice> questions)
    {
        var form = new StringBuilder();
        foreach (var question in questions.OrderBy(question => question.Item))
        {
            form.Append(form.Length == 0 ? "" : "\n").Append($"## {question.Item}. {question.Question}\n\n");
            foreach (var (index, option) in question.Options.Index())
            {
                form.Append($"- [ ] {Letters[index]}) {option}\n");
            }
        }

        return form.ToString();
    }
}
