namespace HitSongs.Transformers.Recipes;

/// <summary>A sentence about a song.</summary>
/// <param name="label">1 when its writer likes the song, 0 when not.</param>
public sealed record SongSentence(string text, int label);

/// <summary>
/// Sentences about songs, put together at random from a grammar and word lists of this project's own. What the writer thinks does not hang
/// on single words: good things are denied, and after "but" comes what counts.
/// </summary>
public static class SongSentences
{
    private static readonly string[] good = ["wonderful", "catchy", "warm", "brilliant", "moving", "fresh", "gorgeous", "clever", "bright", "lovely", "memorable", "joyful", "rich", "superb", "tender"];
    private static readonly string[] bad = ["dull", "boring", "flat", "clumsy", "harsh", "stale", "annoying", "weak", "cold", "messy", "forgettable", "cheap", "noisy", "awful", "lifeless"];
    private static readonly string[] parts = ["chorus", "melody", "verse", "beat", "voice", "guitar", "piano", "bass line", "bridge", "intro", "rhythm", "solo", "harmony", "mix", "drum part"];
    private static readonly string[] genres = ["pop", "rock", "jazz", "folk", "soul", "techno", "rap", "country", "latin", "indie"];
    private static readonly string[] degrees = ["", "", "very ", "really ", "simply ", "surprisingly ", "rather "];
    private static readonly string[] fondness = ["i love", "i enjoy", "i keep humming", "everybody dances to", "we cannot stop playing"];
    private static readonly string[] aversion = ["i dislike", "i skip", "i am tired of", "nobody dances to", "we turned off"];
    private static readonly string[] gains = ["lifts the whole track", "stays with me for days", "makes the evening", "wins every crowd", "shines from the first second"];
    private static readonly string[] losses = ["ruins the whole track", "fades from memory at once", "spoils the evening", "empties every room", "drags from the first second"];

    /// <param name="count">How many sentences.</param>
    /// <param name="seed">The same seed gives the same sentences.</param>
    public static IReadOnlyList<SongSentence> Draw(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Sentence(random))];
    }

    private static SongSentence Sentence(Random random)
    {
        var likes = random.Next(2) == 1;
        var text = random.Next(5) switch
        {
            0 => $"{Clause(random, likes)} and {Clause(random, likes)}",
            1 or 2 => $"{Clause(random, !likes)} but {Clause(random, likes)}",
            _ => Clause(random, likes),
        };
        return new SongSentence(text + (random.Next(4) == 0 ? " !" : " ."), likes ? 1 : 0);
    }

    private static string Clause(Random random, bool likes)
    {
        var thing = $"{Of(random, "the", "this", "that")} {Of(random, parts)}{Of(random, "", "", $" of this {Of(random, genres)} song")}";
        return random.Next(6) switch
        {
            0 => $"{Of(random, likes ? fondness : aversion)} {thing}",
            1 => $"{thing} {Of(random, likes ? gains : losses)}",
            2 => $"{thing} is not {Of(random, "", "really ")}{Of(random, likes ? bad : good)}",
            3 => $"{thing} is {Of(random, likes ? good : bad)} and {Of(random, likes ? good : bad)}",
            4 => $"what a {Of(random, likes ? good : bad)} {Of(random, parts)}",
            _ => $"{thing} {Of(random, "is", "sounds")} {Of(random, degrees)}{Of(random, likes ? good : bad)}",
        };
    }

    private static string Of(Random random, params string[] choices) => choices[random.Next(choices.Length)];
}
