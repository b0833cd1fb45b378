using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using NUnit.Framework;

namespace HitSongs.Tests.Snapshots;

/// <summary>
/// Compares text with an accepted file beside the test: <c>Type.Method.verified.txt</c>, the name that Verify gives it.
/// On a difference writes <c>Type.Method.received.txt</c> and fails; with HITSONGS_ACCEPT=1 in the environment accepts instead.
/// </summary>
internal static class Snapshot
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="name">Tells several snapshots of one test apart; null for a test's only one.</param>
    public static void Matches(JsonNode actual, string? name = null, [CallerFilePath] string testFile = "") =>
        Matches(actual.ToJsonString(Indented), name, "json", testFile);

    /// <param name="name">Tells several snapshots of one test apart; null for a test's only one.</param>
    public static void Matches(string actual, string? name = null, string extension = "txt", [CallerFilePath] string testFile = "") =>
        MatchesAt(Stem(name, testFile), actual, extension);

    /// <param name="stem">Path of the accepted file without ".verified" and extension, where it does not lie beside its test.</param>
    public static void MatchesAt(string stem, string actual, string extension = "txt")
    {
        var accepted = $"{stem}.verified.{extension}";
        var received = $"{stem}.received.{extension}";
        var text = Normalised(actual);
        var expected = File.Exists(accepted) ? Normalised(File.ReadAllText(accepted)) : null;
        if (expected != text && Environment.GetEnvironmentVariable("HITSONGS_ACCEPT") == "1")
        {
            Write(accepted, text);
            expected = text;
        }

        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        Write(received, text);
        Assert.Fail(Difference(expected, text, received));
    }

    private static string Stem(string? name, string testFile)
    {
        var folder = Path.GetDirectoryName(testFile)!;
        Assert.That(folder, Does.Exist, "the folder of the test's source, as the compiler wrote it down, is where its snapshots are");
        var test = TestContext.CurrentContext.Test;
        var type = test.ClassName!.Split('.')[^1].Replace('+', '.');
        return Path.Combine(folder, $"{type}.{test.MethodName}{(name is null ? "" : $"#{name}")}");
    }

    private static string Normalised(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n');

    // Verify writes a byte order mark and no last line end; so that its own tools find nothing to change, the same here.
    private static void Write(string file, string text) => File.WriteAllText(file, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

    private static string Difference(string? expected, string actual, string received)
    {
        if (expected is null)
        {
            return $"There is no accepted snapshot yet. Look at {received}; HITSONGS_ACCEPT=1 accepts it.";
        }

        var (before, after) = (expected.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"""
            The snapshot differs from line {line + 1} on:
            - {before.ElementAtOrDefault(line) ?? "(end)"}
            + {after.ElementAtOrDefault(line) ?? "(end)"}
            All of it is in {received}; HITSONGS_ACCEPT=1 accepts it.
            """;
    }
}
