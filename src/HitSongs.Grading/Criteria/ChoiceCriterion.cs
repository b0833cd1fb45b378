using System.Text.RegularExpressions;
using HitSongs.Grading.Choices;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.Criteria;

/// <summary>The right option of a question is chosen, and no other.</summary>
/// <param name="Item">Number of the heading or list item that the options stand under.</param>
/// <param name="Correct">The right option's letter.</param>
/// <param name="Choice">What is asked, where the rubric says so; else the prompt or the answer alone has the options.</param>
internal sealed partial record ChoiceCriterion(CriterionHead Head, int Item, string Correct, MultipleChoice? Choice) : AnswerCriterion(Head)
{
    private const int MostShown = 5;

    public static ChoiceCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "item", "correct", "question", "options", "explanation");
        var (item, correct) = (map.Whole("item", 1), map.Text("correct"));
        if (!Label().IsMatch(correct))
        {
            throw map.Fault("correct", $"`correct` is `{correct}` but must be the label of one option", "Write its letter, such as b");
        }

        var unknown = new OptionTexts([]);
        var offered = ItemLines.Of(item, FormLines.Read(source.Prompt.Split('\n')), unknown)
            .SelectMany(line => OptionBox.Read(line.Text)?.LabelsAmong(unknown) ?? []).ToList();
        if (offered.Count > 0 && !offered.Contains(correct))
        {
            throw map.Fault(
                "correct",
                $"`correct` is `{correct}`, but the prompt offers {string.Join(", ", offered)} under item {item}",
                "Mend one of the two"
            );
        }

        if (map.Has("options"))
        {
            var choice =
                offered.Count == 0
                    ? ReadChoice(map, item, correct)
                    : throw map.Fault("options", $"the prompt offers options under item {item} too", "Remove them there: the form is made from these");
            return new ChoiceCriterion(map.Has("name") ? head : head with { Name = choice.Question }, item, correct, choice);
        }

        return map.Has("question") || map.Has("explanation")
            ? throw map.Fault(map.Has("question") ? "question" : "explanation", "it stands without `options`", "Add `options:`")
            : new ChoiceCriterion(head, item, correct, null);
    }

    internal override MultipleChoice? QuizQuestion => Choice;

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        var (offered, chosen) = ChosenOptions.Read(Item, answer.Lines, Choice?.Options ?? []);
        var quotes = chosen.DistinctBy(option => option.Line).Take(MostShown)
            .Select(option => new EvidenceQuote(answer.File, option.Line, EvidenceQuote.Shortened(option.Text.Trim()))).ToList();
        return chosen switch
        {
            [] when offered == 0 => Failed(
                $"No options were found under item {Item} of {answer.File}. Read are a letter behind the number such as `1. c`, "
                    + "a ticked box such as `- [x]` below it, and the text of an option."
            ),
            [] => Failed($"None of the {offered} options of item {Item} is ticked: tick one with [x]."),
            [var one] when one.Label == Correct => Passed($"Item {Item}: line {one.Line} is right.", quotes),
            [{ Label: "" } one] => Failed($"Item {Item}: line {one.Line} is none of the options that the question offers. Keep their wording.", quotes),
            [var one] => Failed($"Item {Item}: {one.Label}) at line {one.Line} is not right. Think the question through again.", quotes),
            _ when chosen.Any(option => option.IsTicked) && chosen.Any(option => !option.IsTicked) => Failed(
                $"Item {Item}: the boxes that are ticked ({LinesOf(chosen.Where(option => option.IsTicked))}) and what is written "
                    + $"({LinesOf(chosen.Where(option => !option.IsTicked))}) contradict each other: choose exactly one option.",
                quotes
            ),
            _ => Failed($"Item {Item}: {chosen.Count} options are ticked ({LinesOf(chosen)}): tick exactly one.", quotes),
        };
    }

    private static string LinesOf(IEnumerable<ChosenOption> options)
    {
        var lines = options.Select(option => option.Line).Distinct().ToList();
        var more = lines.Count > MostShown ? $" and {lines.Count - MostShown} more" : "";
        return $"{(lines.Count == 1 ? "line" : "lines")} {string.Join(", ", lines.Take(MostShown))}{more}";
    }

    private static MultipleChoice ReadChoice(YamlMap map, int item, string correct)
    {
        var options = map.Texts("options");
        var index = correct.Length == 1 ? MultipleChoice.Letters.IndexOf(correct[0], StringComparison.Ordinal) : -1;
        if (options.Count is < 2 or > 26)
        {
            throw map.Fault("options", $"there are {options.Count} options", "Write 2 to 26");
        }

        if (
            options
                .GroupBy(option => string.Join(' ', Word.AllOf(option).Select(word => word.Text)), StringComparer.Ordinal)
                .FirstOrDefault(same => same.Count() > 1) is
            { } twice
        )
        {
            throw map.Fault("options", $"the option `{twice.First()}` stands twice", "Change one of the two");
        }

        return index >= 0 && index < options.Count
            ? new MultipleChoice(item, map.Text("question"), options, index, map.Text("explanation"))
            : throw map.Fault(
                "correct",
                $"`correct` is `{correct}`, but the options are a to {MultipleChoice.Letters[options.Count - 1]}",
                "Mend one of the two"
            );
    }

    [GeneratedRegex("^[a-z0-9]{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Label();
}
