using System.Text.Json.Nodes;

/// <summary>What several expectations draw, and how they read it again.</summary>
internal static class Draws
{
    /// <summary>Numbers from −scale to scale that single precision holds exactly, so that both sides compute with the same ones.</summary>
    public static double[] Numbers(Random random, int count, double scale) =>
        [.. Enumerable.Range(0, count).Select(_ => Math.Round(scale * ((2 * random.NextDouble()) - 1) * 1024) / 1024)];

    /// <summary>Words that differ, of the given letters.</summary>
    public static string[] Words(Random random, string letters, int count, int shortest = 3, int longest = 7)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        while (words.Count < count)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(shortest, longest + 1)).Select(_ => letters[random.Next(letters.Length)])));
        }

        return [.. words];
    }

    public static string[] Some(Random random, IReadOnlyList<string> of, int count) => [.. Enumerable.Range(0, count).Select(_ => of[random.Next(of.Count)])];

    public static T[] Shuffled<T>(Random random, IEnumerable<T> items)
    {
        T[] all = [.. items];
        random.Shuffle(all);
        return all;
    }

    /// <summary>True and false by chance, six to ten times, and each of them at least once: what is the same in every run shows nothing.</summary>
    public static bool[] Flags(Random random)
    {
        bool[] flags = [true, false, .. Enumerable.Range(0, random.Next(4, 9)).Select(_ => random.Next(2) == 0)];
        return Shuffled(random, flags);
    }

    public static JsonArray Json(IEnumerable<bool> flags) => [.. flags.Select(flag => (JsonNode)flag)];

    public static bool[] Flags(JsonNode? of) => [.. of!.AsArray().Select(flag => (bool)flag!)];

    public static JsonArray Json(IEnumerable<double> numbers) => [.. numbers.Select(number => (JsonNode)number)];

    public static JsonArray Json(IEnumerable<long> numbers) => [.. numbers.Select(number => (JsonNode)number)];

    public static JsonArray Json(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static double[] Numbers(JsonNode? of) => [.. of!.AsArray().Select(number => (double)number!)];

    public static long[] Whole(JsonNode? of) => [.. of!.AsArray().Select(number => (long)number!)];

    public static string[] Texts(JsonNode? of) => [.. of!.AsArray().Select(text => (string)text!)];
}
