using System.Text.Json;
using System.Text.Json.Nodes;
using HitSongs.Collecting.Expectations;
using HitSongs.Demonstrations;
using HitSongs.Grading.Rubrics;
using HitSongs.Pipeline.Songs;

namespace HitSongs.Collecting.Assigning;

/// <summary>An expectation for the candidate's side: it gives inputs that were drawn beforehand, and knows only which names are to be handed back.</summary>
internal static class DrawnInputs
{
    // A few, so that no answer fits one of them alone.
    private static readonly int[] Seeds = [11, 12, 13];

    /// <summary>C# source of a class that derives from Expectation.</summary>
    /// <param name="songs">Those that an analysis is about.</param>
    public static async Task<string> SourceAsync(
        Question question, LoadedExpectation expectation, Lazy<IReadOnlyList<LabelledSong>> songs, CancellationToken cancel)
    {
        var (drawn, whole) = (new List<string>(), new List<JsonObject>());
        foreach (var seed in Seeds)
        {
            var (inputs, given) = await expectation.DrawAsync(seed, cancel);
            drawn.Add(given.ToJsonString());
            if (question.Demonstration is { Songs: true })
            {
                inputs["songs"] = JsonSerializer.SerializeToNode(DrawnSongs.Of(songs.Value, seed), Protocol.Json);
            }

            whole.Add(inputs);
        }

        List<string> names = [.. ObservedNames.In(question.Prompt)];
        var checks = await CheckedNames.OfAsync(question, expectation, whole, cancel);
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

                private static readonly string[] Names = [{{string.Join(", ", names.Select(Literal))}}];

                // Each check with the places of the names that it looks at.
                private static readonly (string Check, int[] Looked)[] Checks =
                [
            {{string.Concat(checks.Select(Line))}}    ];

                public override JsonObject Draw(Random random) => JsonNode.Parse(Drawn[random.Next(Drawn.Length)])!.AsObject();

                public override void Check(JsonObject inputs, Observed observed, CheckList checks)
                {
                    foreach (var (check, looked) in Checks)
                    {
                        foreach (var place in looked)
                        {
                            checks.True(check, Names[place], true, "a value of this name; whether it is right is seen on the evaluator's side");
                        }
                    }
                }
            }

            """;

        string Line((string Check, IReadOnlyList<string> Names) one) =>
            $"        ({Literal(one.Check)}, [{string.Join(", ", one.Names.Select(name => names.IndexOf(name)))}]),\n";
    }

    private static string Literal(string text) => JsonSerializer.Serialize(text);

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
