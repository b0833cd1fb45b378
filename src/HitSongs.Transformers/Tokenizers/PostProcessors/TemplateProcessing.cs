using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>One place of a template: the first text, the second, or a special token.</summary>
/// <param name="Token">The special token's name in the template; null for a text.</param>
/// <param name="IsSecond">For a text, whether it is the second.</param>
/// <param name="TypeId">The type id of what stands in this place.</param>
internal sealed record TemplatePiece(string? Token, bool IsSecond, int TypeId);

/// <summary>A special token of a template: one or more ids under one name.</summary>
internal sealed record TemplateToken(string Name, int[] Ids, string[] Tokens);

/// <summary>Special tokens and type ids by a template each for one text and for a pair.</summary>
internal sealed class TemplateProcessing(IReadOnlyList<TemplatePiece> single, IReadOnlyList<TemplatePiece> pair, IReadOnlyList<TemplateToken> specialTokens)
    : PostProcessor
{
    private readonly Dictionary<string, TemplateToken> _tokens = specialTokens.ToDictionary(token => token.Name);

    /// <summary>The template "[CLS] A [SEP]" and "[CLS] A [SEP] B [SEP]", with type id 1 from B on.</summary>
    public static TemplateProcessing Bert((string Token, int Id) separator, (string Token, int Id) classifier) => new(
        [new(classifier.Token, false, 0), new(null, false, 0), new(separator.Token, false, 0)],
        [new(classifier.Token, false, 0), new(null, false, 0), new(separator.Token, false, 0), new(null, true, 1), new(separator.Token, false, 1)],
        separator.Token == classifier.Token ? [Token(separator)] : [Token(classifier), Token(separator)]);

    public override int AddedCount(bool isPair) => (isPair ? pair : single).Sum(piece => piece.Token is null ? 0 : _tokens[piece.Token].Ids.Length);

    public override EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf)
    {
        var parts = new List<EncodingFast>();
        foreach (var piece in second is null ? single : pair)
        {
            if (piece.Token is null)
            {
                parts.Add((piece.IsSecond ? second! : first).WithTypeId(piece.TypeId));
            }
            else if (addSpecialTokens)
            {
                parts.Add(EncodingFast.Added(_tokens[piece.Token].Ids, piece.TypeId, 1, tokenOf));
            }
        }
        return EncodingFast.Concat([.. parts]);
    }

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TemplateProcessing");
        WriteTemplate(writer, "single", single);
        WriteTemplate(writer, "pair", pair);
        writer.WriteStartObject("special_tokens");
        foreach (var token in specialTokens.OrderBy(token => token.Name, StringComparer.Ordinal))
        {
            writer.WriteStartObject(token.Name);
            writer.WriteString("id", token.Name);
            writer.WriteStartArray("ids");
            Array.ForEach(token.Ids, writer.WriteNumberValue);
            writer.WriteEndArray();
            writer.WriteStartArray("tokens");
            Array.ForEach(token.Tokens, writer.WriteStringValue);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static TemplateToken Token((string Token, int Id) one) => new(one.Token, [one.Id], [one.Token]);

    private static void WriteTemplate(Utf8JsonWriter writer, string name, IReadOnlyList<TemplatePiece> pieces)
    {
        writer.WriteStartArray(name);
        foreach (var piece in pieces)
        {
            writer.WriteStartObject();
            writer.WriteStartObject(piece.Token is null ? "Sequence" : "SpecialToken");
            writer.WriteString("id", piece.Token ?? (piece.IsSecond ? "B" : "A"));
            writer.WriteNumber("type_id", piece.TypeId);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}
