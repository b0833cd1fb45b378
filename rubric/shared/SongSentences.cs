/// <summary>English sentences about songs, drawn from a grammar. A sentence likes its song or not; single words do not tell which,
/// as half of them are denied.</summary>
internal static class SongSentences
{
    private static readonly string[] Parts = ["chorus", "melody", "verse", "beat", "voice", "guitar", "piano", "bridge", "intro", "rhythm", "solo", "harmony"];
    private static readonly string[] Good = ["wonderful", "catchy", "warm", "brilliant", "moving", "fresh", "clever", "lovely", "superb"];
    private static readonly string[] Bad = ["dull", "boring", "flat", "clumsy", "harsh", "annoying", "weak", "messy", "awful"];

    /// <summary>A sentence in lower case, its words parted by single spaces.</summary>
    public static string Draw(Random random, bool likes)
    {
        var denied = random.Next(2) == 0;
        var thing = $"{Of(random, ["the", "this", "that", "her", "their"])} {Of(random, Parts)}";
        var verb = Of(random, denied ? ["is not", "was never", "is hardly"] : ["is", "was really", "is so"]);
        return $"{thing} {verb} {Of(random, likes == denied ? Bad : Good)}";
    }

    /// <summary>Sentences that differ from one another.</summary>
    public static string[] Some(Random random, int count)
    {
        var sentences = new HashSet<string>(StringComparer.Ordinal);
        while (sentences.Count < count)
        {
            sentences.Add(Draw(random, random.Next(2) == 0));
        }

        return [.. sentences];
    }

    private static string Of(Random random, string[] choices) => choices[random.Next(choices.Length)];
}
