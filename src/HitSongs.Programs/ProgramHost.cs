using System.Text.Json;
using HitSongs.Demonstrations;

namespace HitSongs.Programs;

/// <summary>One program of a submission, from its inputs on standard input to its result on standard output.</summary>
internal static class ProgramHost
{
    /// <param name="kind">"demonstration" or "model".</param>
    /// <param name="path">The compiled program.</param>
    /// <returns>The exit code: 0 where the program ended by itself, 1 where an exception ended it.</returns>
    public static async Task<int> RunAsync(string kind, string path)
    {
        await using var results = Console.OpenStandardOutput();
        Console.SetOut(Console.Error); // what the program prints must not mix with its result
        ObservedValues.Convert = TensorValues.Of;
        using (var input = Console.OpenStandardInput())
        {
            if (kind == "model")
            {
                Modelling.Begin(JsonSerializer.Deserialize<ModelTask>(input, Protocol.Json)!);
            }
            else
            {
                Demonstration.Begin(JsonSerializer.Deserialize<JsonElement>(input, Protocol.Json));
            }
        }

        var failure = SubmittedProgram.Run(path);
        var result = kind == "model"
            ? new ProgramResult(null, Modelling.Predictions, failure)
            : new ProgramResult(Demonstration.Observations, null, failure);
        await JsonSerializer.SerializeAsync(results, result, Protocol.Json);
        return failure is null ? 0 : 1;
    }
}
