namespace HitSongs.Grading.Choices;

/// <summary>Options chosen in an answer at or below one question of a quiz: by ticked boxes, by letters or by the texts of options.</summary>
/// <param name="Offered">How many boxes the answer has.</param>
/// <param name="Chosen">Each option once, in the order of the answer.</param>
internal sealed record ChosenOptions(int Offered, IReadOnlyList<ChosenOption> Chosen)
{
    /// <param name="lines">The lines of the answer.</param>
    /// <param name="options">The options in the order of the form; empty where the rubric does not tell them.</param>
    public static ChosenOptions Read(int item, IReadOnlyList<string> lines, IReadOnlyList<string> options)
    {
        var texts = new OptionTexts(options);
        var boxes = 0;
        var (chosen, described) = (new List<ChosenOption>(), new List<ChosenOption>());
        var isDenied = false;
        foreach (var line in ItemLines.Of(item, FormLines.Read(lines), texts))
        {
            if (OptionBox.Read(line.Text) is { } box)
            {
                boxes += box.Content.Length == 0 || box.LabelsAmong(texts).Count > 0 ? 1 : 0;
                chosen.AddRange((box.IsTicked ? box.LabelsAmong(texts) : []).Select(label => new ChosenOption(label, line.Number, line.Source, true)));
                isDenied = false;
                continue;
            }

            var written = WrittenChoice.Read(line.Text, texts);
            if (!isDenied)
            {
                (written.IsDescription ? described : chosen).AddRange(
                    written.Labels.Select(label => new ChosenOption(label, line.Number, line.Source, false))
                );
            }

            isDenied = Verdict.IsUnfinishedDenial(line.Text) || (isDenied && string.IsNullOrWhiteSpace(line.Text));
        }

        return new ChosenOptions(boxes, [.. (chosen.Count > 0 ? chosen : described).DistinctBy(option => (option.Label, option.LineOfUnknown))]);
    }
}

/// <summary>An option that an answer chooses.</summary>
/// <param name="Label">Its letter in the form, in lower case; empty where it is none of the form's.</param>
/// <param name="Line">Number of the line.</param>
/// <param name="Text">The line.</param>
/// <param name="IsTicked">Whether its box is ticked; else it is written.</param>
internal sealed record ChosenOption(string Label, int Line, string Text, bool IsTicked)
{
    /// <summary>Number of the line of what is none of the form's options; 0 of one that is.</summary>
    public int LineOfUnknown => Label.Length == 0 ? Line : 0;
}
