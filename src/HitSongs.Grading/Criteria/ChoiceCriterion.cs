using System.Text.RegularExpressions;
using HitSongs.Grading.Grades;
using HitSongs.Grading.Prose;

namespace HitSongs.Grading.Criteria;

/// <summary>The right option of a task list is ticked, and no other.</summary>
/// <param name="Item">Number of the heading or list item that the options stand under.</param>
internal sealed partial record ChoiceCriterion(CriterionHead Head, int Item, string Correct) : AnswerCriterion(Head)
{
    public static ChoiceCriterion Read(CriterionSource source)
    {
        var map = source.Open(out var head, "item", "correct");
        var (item, correct) = (map.Whole("item", 1), map.Text("correct"));
        if (!Label().IsMatch(correct))
        {
            throw map.Fault("correct", $"`correct` is `{correct}` but must be the label of one option", "Write its letter, such as b");
        }

        var offered = OptionsOf(item, source.Prompt.Split('\n').Index()).Select(option => option.Label).ToList();
        return offered.Count == 0 || offered.Contains(correct)
            ? new ChoiceCriterion(head, item, correct)
            : throw map.Fault("correct", $"`correct` is `{correct}`, but the prompt offers {string.Join(", ", offered)} under item {item}", "Mend one of the two");
    }

    internal override Score GradeAnswer(GradingContext context, AnswerReading answer)
    {
        var options = OptionsOf(Item, answer.MarkdownLines).ToList();
        if (options.Count == 0)
        {
            return Failed($"No options were found under item {Item} of {answer.File}: keep the list of the question there and tick one with [x].");
        }

        var ticked = options.Where(option => option.Ticked).ToList();
        var quotes = ticked.Select(option => new EvidenceQuote(answer.File, option.Line, Shortened(option.Text.Trim()))).ToList();
        return ticked switch
        {
            [] => Failed($"None of the {options.Count} options of item {Item} is ticked: tick one with [x]."),
            [var one] when one.Label == Correct => Passed($"Item {Item}: line {one.Line} is right.", quotes),
            [var one] => Failed($"Item {Item}: {one.Label}) at line {one.Line} is not right. Think the question through again.", quotes),
            _ => Failed($"Item {Item}: {ticked.Count} options are ticked (lines {string.Join(", ", ticked.Select(option => option.Line))}): tick exactly one.", quotes),
        };
    }

    private static IEnumerable<(string Label, bool Ticked, int Line, string Text)> OptionsOf(int wanted, IEnumerable<(int Number, string Text)> lines)
    {
        var (item, level) = (0, 0);
        foreach (var (number, text) in lines)
        {
            if (TaskLine.Read(text) is var (label, ticked))
            {
                if (item == wanted)
                {
                    yield return (label, ticked, number, text);
                }
            }
            else if (Numbered().Match(text) is { Success: true } numbered)
            {
                item = int.TryParse(numbered.Groups["number"].Value, out var value) ? value : 0;
                level = numbered.Groups["marks"].Length;
            }
            else if (AnyHeading().Match(text) is { Success: true } heading && (level == 0 || heading.Groups["marks"].Length <= level))
            {
                item = 0;
            }
        }
    }

    [GeneratedRegex("^[a-z0-9]{1,3}$", RegexOptions.NonBacktracking)]
    private static partial Regex Label();

    // "## 1. Which ...", "### Question 1", "1. Which ...", "**1)** Which ..."
    [GeneratedRegex(@"^( {0,3}(?<marks>#{1,6})\s+(\*\*)?([A-Za-z]+ )?| {0,3}(\*\*)?)(?<number>[0-9]{1,4})(?(marks)([.):]|\s|\*|$)|[.)])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^ {0,3}(?<marks>#{1,6})\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnyHeading();
}
