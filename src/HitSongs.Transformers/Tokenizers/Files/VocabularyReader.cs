namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>Reads vocabularies and merges: an id or a token that is there twice, or a merge that is not two tokens, is one clear error.</summary>
internal static class VocabularyReader
{
    private const string TokenOnce = "Keep each token and each id once";

    /// <summary>The object {"token": id, …} of tokenizer.json or vocab.json.</summary>
    public static Dictionary<string, int> FromJson(JsonValue vocabulary)
    {
        var ids = new Dictionary<string, int>(vocabulary.AsObject("the vocabulary").Members.Count);
        var tokens = new Dictionary<int, string>(vocabulary.Members.Count);
        foreach (var (token, value) in vocabulary.Members)
        {
            var id = value.AsId($"the id of {PretrainedFile.Quote(token)}");
            if (!tokens.TryAdd(id, token))
            {
                throw value.Fault($"id {id} belongs to {PretrainedFile.Quote(tokens[id])} and to {PretrainedFile.Quote(token)}", TokenOnce);
            }
            ids.Add(token, id);
        }
        return ids;
    }

    /// <summary>vocab.txt: the token of id n in line n + 1.</summary>
    /// <exception cref="InvalidInputException">A token is there twice, or the file is empty.</exception>
    public static Dictionary<string, int> FromText(PretrainedFile file) => FromLines(file.ReadLines(), file.FaultInLine);

    /// <summary>The token of id n in place n.</summary>
    /// <exception cref="InvalidInputException">A token is there twice, or there is none.</exception>
    public static Dictionary<string, int> FromList(IReadOnlyList<string> tokens) =>
        FromLines(tokens, (line, problem, remedy) => new InvalidInputException("vocabulary", line, problem, remedy));

    private static Dictionary<string, int> FromLines(IReadOnlyList<string> lines, Func<int, string, string, InvalidInputException> fault)
    {
        var ids = new Dictionary<string, int>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            if (!ids.TryAdd(lines[i], i))
            {
                throw fault(i + 1, $"the token {PretrainedFile.Quote(lines[i])} is already in line {ids[lines[i]] + 1}", TokenOnce);
            }
        }
        return ids.Count > 0 ? ids : throw fault(1, "the vocabulary is empty", "Write one token a line");
    }

    /// <summary>merges.txt: two tokens a line, the merge learned first in the first line; lines that begin with "#version" are passed over.</summary>
    public static List<(string Left, string Right)> Merges(PretrainedFile file, IReadOnlyDictionary<string, int> vocabulary)
    {
        var lines = file.ReadLines();
        var merges = new List<(string, string)>(lines.Count);
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Length == 0 || line.StartsWith("#version", StringComparison.Ordinal))
            {
                continue;
            }
            if (line.Split(' ') is not [{ Length: > 0 } left, { Length: > 0 } right])
            {
                throw file.FaultInLine(
                    i + 1,
                    $"the merge {PretrainedFile.Quote(line)} is not two tokens with one space between them",
                    "Write each merge as two tokens"
                );
            }
            foreach (var token in (string[])[left, right])
            {
                if (!vocabulary.ContainsKey(token))
                {
                    throw file.FaultInLine(
                        i + 1,
                        $"the merge needs the token {PretrainedFile.Quote(token)}, which the vocabulary lacks",
                        "Take merges and vocabulary from the same model"
                    );
                }
            }
            merges.Add((left, right));
        }
        return merges;
    }

    /// <summary>The merges of tokenizer.json: "a b" as up to 2024, or ["a", "b"].</summary>
    public static List<(string Left, string Right)> Merges(JsonValue merges)
    {
        var read = new List<(string, string)>(merges.AsArray("\"merges\"").Members.Count);
        foreach (var merge in merges.Items)
        {
            var parts = merge.Kind == System.Text.Json.JsonTokenType.String
                ? merge.Text.Split(' ')
                : [.. merge.AsArray("a merge").Items.Select(part => part.AsString("a part of a merge"))];
            if (parts is not [{ Length: > 0 } left, { Length: > 0 } right])
            {
                throw merge.Fault($"the merge {PretrainedFile.Quote(string.Join(' ', parts))} is not two tokens", "Write each merge as two tokens");
            }
            read.Add((left, right));
        }
        return read;
    }
}
