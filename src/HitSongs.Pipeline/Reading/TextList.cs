using System.Text;

namespace HitSongs.Pipeline.Reading;

/// <summary>A list of texts in one field, as Python prints it: ['pop', "dance pop"]; of objects such as [{"name": "A", "id": "1"}] the names.</summary>
internal static class TextList
{
    public static bool Is(ReadOnlySpan<byte> text) =>
        text.Length >= 2 && text[0] == '[' && text[^1] == ']' && (text.Length == 2 || text[1] is (byte)'\'' or (byte)'"' or (byte)'{');

    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> text)
    {
        var (list, word, quote) = (new List<string>(), new StringBuilder(), '\0');
        foreach (var character in Encoding.UTF8.GetString(text[1..^1]))
        {
            if (quote == '\0')
            {
                quote = character is '\'' or '"' ? character : '\0';
            }
            else if (character != quote)
            {
                word.Append(character);
            }
            else
            {
                list.Add(word.ToString().Trim());
                word.Clear();
                quote = '\0';
            }
        }

        return text[1] != '{' ? list : [.. list.Zip(list.Skip(1)).Where(pair => pair.First == "name").Select(pair => pair.Second)];
    }
}
