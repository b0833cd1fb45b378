using System.Text.Json;
using HitSongs.Demonstrations;

// Runs one program of a submission: `HitSongs.Demonstrations demonstration|model PROGRAM.dll`, inputs on standard input, result on standard output.
var (kind, path) = (args[0], args[1]);
await using var results = Console.OpenStandardOutput();
Console.SetOut(Console.Error); // what the program prints must not mix with its result

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
JsonSerializer.Serialize(results, result, Protocol.Json);
return failure is null ? 0 : 1;
