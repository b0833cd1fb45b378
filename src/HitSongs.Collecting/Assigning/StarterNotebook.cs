using System.Text.Json.Nodes;
using HitSongs.Grading.Choices;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>A notebook with a heading for each question of the rubric, and cells to answer it in: import finds the answers by the headings.</summary>
internal static class StarterNotebook
{
    public const string CSharp = "csharp.ipynb";
    public const string Python = "python.ipynb";

    /// <param name="name">One of the two.</param>
    public static string Write(Rubric rubric, string name)
    {
        var cells = new JsonArray
        {
            Own(
                "title",
                $"# {rubric.Title}\n\nWrite below each question. `hitsongs import notebooks/{name}` makes answers of it; "
                    + (name == CSharp ? "C# cells become the question's program." : "Python cells are quoted, charts in their outputs become figures.")
            ),
        };
        foreach (var section in rubric.Sections)
        {
            cells.Add(Own("section", $"## {section.Title}"));
            foreach (var question in section.Questions.Where(question => question.SameAs is null))
            {
                // The form of a quiz is ticked where it stands, and what stands in a prompt is not read: it gets the cell of the answer.
                var form = question.Choices.Any() ? MultipleChoice.Form(question.Choices) : "";
                var prompt = form.Length > 0 ? question.Prompt.Replace(form, "", StringComparison.Ordinal) : question.Prompt;
                cells.Add(
                    Own(
                        "prompt",
                        $"### {question.Title}\n\n{string.Join('\n', prompt.Trim().Split('\n').Select(line => $"> {line}".TrimEnd()))}",
                        question.Id
                    )
                );
                cells.Add(form.Length > 0 ? Own("answer", form.TrimEnd(), question.Id) : Text(""));
                if (question.Demonstration is not null || question.Model is not null)
                {
                    cells.Add(
                        new JsonObject
                        {
                            ["cell_type"] = "code",
                            ["execution_count"] = null,
                            ["metadata"] = new JsonObject(),
                            ["outputs"] = new JsonArray(),
                            ["source"] = new JsonArray(),
                        }
                    );
                }
            }
        }

        var kernel =
            name == CSharp
                ? new JsonObject
                {
                    ["display_name"] = ".NET (C#)",
                    ["language"] = "C#",
                    ["name"] = ".net-csharp",
                }
                : new JsonObject
                {
                    ["display_name"] = "Python 3",
                    ["language"] = "python",
                    ["name"] = "python3",
                };
        return new JsonObject
        {
            ["cells"] = cells,
            ["metadata"] = new JsonObject { ["kernelspec"] = kernel },
            ["nbformat"] = 4,
            ["nbformat_minor"] = 4,
        }.ToJsonString(
                new System.Text.Json.JsonSerializerOptions
                {
                    WriteIndented = true,
                    IndentSize = 1,
                    NewLine = "\n",
                }
            ) + "\n";
    }

    // Import knows such cells again, whatever headings stand in the answers between them.
    private static JsonObject Own(string part, string markdown, string? question = null)
    {
        var (cell, origin) = (Text(markdown), new JsonObject { ["part"] = part });
        if (question is not null)
        {
            origin["question"] = question;
        }

        cell["metadata"] = new JsonObject { ["hitsongs"] = origin };
        return cell;
    }

    private static JsonObject Text(string markdown)
    {
        var lines = markdown.Split('\n');
        return new JsonObject
        {
            ["cell_type"] = "markdown",
            ["metadata"] = new JsonObject(),
            ["source"] = new JsonArray([
                .. lines.Select((line, i) => (JsonNode)(i < lines.Length - 1 ? line + "\n" : line)).Where(line => line.GetValue<string>().Length > 0),
            ]),
        };
    }
}
