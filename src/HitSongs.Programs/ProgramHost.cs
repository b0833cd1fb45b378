using System.Text.Json;
using HitSongs.Demonstrations;
using HitSongs.Hosts;

namespace HitSongs.Programs;

/// <summary>One program of a submission, from its inputs on standard input to its result on standard output.</summary>
internal static class ProgramHost
{
    /// <param name="kind">"demonstration" or "model".</param>
    /// <param name="path">The compiled program.</param>
    /// <returns>The exit code: 0 where the program ended by itself, 1 where an exception ended it.</returns>
    public static int Run(string kind, string path)
    {
        // Left open: a program's threads may hand back more after this has ended.
        var results = StandardStreams.TakeOutput();
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

        var program = SubmittedProgram.Load(path);
        results.Write(Protocol.Started); // before any line of the submission runs: what fails without this is not its fault
        var handback = new Handback(results, failure => kind == "model"
            ? new ProgramResult(null, Modelling.Predictions, failure)
            : new ProgramResult(Demonstration.Observations, null, failure) { Figures = Plotting.Figures.Count == 0 ? null : Plotting.Figures });
        return program.Run(handback);
    }
}
