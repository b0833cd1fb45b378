// Seen here: a cleaner and an augmenter, both of which say what they changed; no text loses its label.
using System.Text.RegularExpressions;
using static HitSongs.Demonstrations.Demonstration;

var (texts, labels) = (Input<string[]>("texts"), Input<int[]>("labels"));
var typos = Input<string[]>("typos").Zip(Input<string[]>("corrections")).ToDictionary();
var synonyms = Input<string[]>("words").Zip(Input<string[]>("synonyms")).ToDictionary();
var names = Input<string[]>("emoji").Zip(Input<string[]>("names")).ToDictionary();
var (tags, urls, emoji, corrected) = (0, 0, 0, 0);

var cleaned = texts.Select(Clean).ToList();
Observe("cleaned", string.Join('\n', cleaned));
Observe("tags", tags);
Observe("urls", urls);
Observe("emoji named", emoji);
Observe("typos corrected", corrected);
Console.WriteLine($"before: {texts[0]}\nafter:  {cleaned[0]}");
Console.WriteLine($"{tags} tags and {urls} addresses removed, {emoji} emoji named, {corrected} typos corrected");

var copies = cleaned.Zip(labels, Augment).Where(copy => copy.Replaced > 0).ToList();
Observe("augmented", string.Join('\n', copies.Select(copy => copy.Text)));
Observe("augmented labels", copies.Select(copy => copy.Label));
Observe("words replaced", copies.Select(copy => copy.Replaced));
foreach (var copy in copies.Take(3))
{
    Console.WriteLine($"label {copy.Label}: {copy.Text} ({copy.Replaced} replaced)");
}

string Clean(string text)
{
    text = Regex.Replace(text, "<[^>]*>", _ => Counted(ref tags, " "));
    var runes = string.Concat(text.EnumerateRunes().Select(rune => rune.Value > 0xFFFF ? Counted(ref emoji, $" {names[rune.ToString()]} ") : rune.ToString()));
    var words = runes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !IsUrl(word) || Counted(ref urls, "").Length > 0);
    return string.Join(' ', words.Select(word => typos.TryGetValue(word, out var right) ? Counted(ref corrected, right) : word));
}

Copy Augment(string text, int label)
{
    var words = text.Split(' ');
    return new Copy(string.Join(' ', words.Select(word => synonyms.GetValueOrDefault(word, word))), label, words.Count(synonyms.ContainsKey));
}

static bool IsUrl(string word) => word.StartsWith("http://", StringComparison.Ordinal) || word.StartsWith("https://", StringComparison.Ordinal);

static string Counted(ref int count, string text)
{
    count++;
    return text;
}

internal sealed record Copy(string Text, int Label, int Replaced);
