using System.Text.Encodings.Web;
using System.Text.Json;

namespace HitSongs.Cli.Doctor;

/// <summary>Writes what the doctor found, for people and for programs.</summary>
public static class DoctorOutput
{
    // Unescaped "+" in versions: the output is read by programs and people, never pasted into a page.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line per part; below a part that is missing, why it is needed and what mends it.</summary>
    public static void WriteText(IReadOnlyList<PartStatus> parts, TextWriter output)
    {
        foreach (var part in parts)
        {
            output.WriteLine($"{(part.Found ? "ok" : "missing"),-8} {part.Name,-14} {part.Version ?? "",-18} {part.Where ?? ""}".TrimEnd());
            if (!part.Found)
            {
                output.WriteLine($"{"",-8} {part.Why}; to mend: {part.Remedy}");
            }
        }

        var missing = parts.Count(part => !part.Found);
        output.WriteLine(missing == 0 ? "All is there." : $"{missing} of {parts.Count} missing.");
    }

    /// <summary>Schema <c>hitsongs/doctor/1</c>: <c>complete</c>, and <c>parts</c> with the properties of <see cref="PartStatus"/>.</summary>
    public static void WriteJson(IReadOnlyList<PartStatus> parts, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(new { Schema = "hitsongs/doctor/1", Complete = parts.All(part => part.Found), Parts = parts }, Json));
}
