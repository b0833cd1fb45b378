using HitSongs.Collecting.Expectations;
using HitSongs.Grading.Rubrics;

namespace HitSongs.Collecting.Assigning;

/// <summary>An expectation for the candidate's side: it gives inputs that were drawn beforehand, and knows only which names are to be handed back.</summary>
internal static class DrawnInputs
{
    // A few, so that no answer fits one of them alone.
    private static readonly int[] Seeds = [11, 12, 13];

    /// <summary>C# source of a class that derives from Expectation.</summary>
    public static async Task<string> SourceAsync(Question question, LoadedExpectation expectation, CancellationToken cancel)
    {
        var drawn = new List<string>();
        foreach (var seed in Seeds)
        {
            drawn.Add((await expectation.DrawAsync(seed, cancel)).Given.ToJsonString());
        }

        var fence = new string('"', Math.Max(3, drawn.Max(LongestRunOfQuotes) + 1));
        return $$"""
            using System.Text.Json.Nodes;
            using HitSongs.Grading.Expectations;

            /// <summary>Inputs for trying a demonstration out. The values that it hands back are compared on the evaluator's side, on other inputs.</summary>
            internal sealed class TriedOut : Expectation
            {
                private static readonly string[] Drawn =
                [
            {{string.Concat(drawn.Select(inputs => $"{fence}\n{inputs}\n{fence},\n"))}}    ];

                private static readonly string[] Names = [{{string.Join(", ", ObservedNames.In(question.Prompt).Select(Literal))}}];

                public override JsonObject Draw(Random random) => JsonNode.Parse(Drawn[random.Next(Drawn.Length)])!.AsObject();

                public override void Check(JsonObject inputs, Observed observed, CheckList checks)
                {
                    foreach (var check in (string[])[{{string.Join(", ", question.Checks.Select(Literal))}}])
                    {
                        foreach (var name in Names)
                        {
                            checks.True(check, name, true, "a value of this name; whether it is right is seen on the evaluator's side");
                        }
                    }
                }
            }

            """;
    }

    private static string Literal(string text) => System.Text.Json.JsonSerializer.Serialize(text);

    private static int LongestRunOfQuotes(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var character in text)
        {
            run = character == '"' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
