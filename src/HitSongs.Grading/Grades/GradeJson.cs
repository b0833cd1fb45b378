using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HitSongs.Grading.Grades;

/// <summary>Writes and reads grade.json.</summary>
public static class GradeJson
{
    private const string Run = "run";

    /// <summary>The grade, and in one object `run` all that differs between equal runs. Equal grades give equal bytes outside `run`.</summary>
    public static string Write(Grade grade, RunInfo run)
    {
        // Objects end with a line of their own brace: `run` goes before it, one step further in.
        var json = JsonSerializer.Serialize(grade, GradingJson.Options);
        var last = JsonSerializer.SerializeToNode(run, GradingJson.Options)!.ToJsonString(GradingJson.Options).Replace("\n", "\n  ", StringComparison.Ordinal);
        return Whole($"{json.AsSpan(0, json.Length - "\n}".Length)},\n  \"{Run}\": {last}\n}}\n");
    }

    // Half a character of an answer is written as the sign for what cannot be shown, but escaped; who reads it writes it as it is.
    private static string Whole(string json) =>
        json.Contains("\\uFFFD", StringComparison.Ordinal) ? JsonNode.Parse(json)!.ToJsonString(GradingJson.Options) + "\n" : json;

    /// <summary>The two parts of a grade's file: what equal runs share, and the object `run`.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">It is no grade, or not byte for byte as <see cref="Write"/> writes it.</exception>
    public static (string Grade, string Run) Parts(byte[] bytes, string file)
    {
        const string remedy = "Grade the submission again";
        var text = Encoding.UTF8.GetString(bytes);
        var root = GradingJson.Read<JsonNode>(text, file, remedy) as JsonObject ?? throw new InvalidInputException(file, 1, "this is no grade", remedy);
        if (!Encoding.UTF8.GetBytes(root.ToJsonString(GradingJson.Options) + "\n").AsSpan().SequenceEqual(bytes))
        {
            throw new InvalidInputException(file, null, "it is not written as the harness writes grades", remedy);
        }

        var run = root[Run] ?? throw new InvalidInputException(file, null, "`run` is missing", remedy);
        root.Remove(Run);
        return (root.ToJsonString(GradingJson.Options), run.ToJsonString(GradingJson.Options));
    }

    /// <param name="json">The content of the file.</param>
    /// <param name="file">How messages name it.</param>
    /// <exception cref="InvalidInputException">It is no grade of the current schema.</exception>
    public static (Grade Grade, RunInfo Run) Read(string json, string file = "grade.json")
    {
        const string remedy = "Grade the submission again";
        try
        {
            return Read(GradingJson.Read<JsonElement>(json, file, remedy), file, remedy);
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidInputException(file, null, "this cannot be read (a text holds half of a character)", remedy, e);
        }
    }

    private static (Grade Grade, RunInfo Run) Read(JsonElement root, string file, string remedy)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new InvalidInputException(file, 1, "this is no grade", remedy);
        }

        var schema = root.TryGetProperty("schema", out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : "none";
        if (schema != Grade.CurrentSchema)
        {
            throw new InvalidInputException(file, null, $"the schema is {schema} and not {Grade.CurrentSchema}", remedy);
        }

        var run = root.TryGetProperty(Run, out var found) ? found : throw new InvalidInputException(file, null, "`run` is missing", remedy);
        return (GradingJson.Read<Grade>(WithoutRun(root), file, remedy), GradingJson.Read<RunInfo>(run.GetRawText(), file, remedy));
    }

    private static string WithoutRun(JsonElement root)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            writer.WriteStartObject();
            foreach (var property in root.EnumerateObject().Where(property => property.Name != Run))
            {
                writer.WritePropertyName(property.Name);
                writer.WriteRawValue(property.Value.GetRawText(), skipInputValidation: true); // it was read just now
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
