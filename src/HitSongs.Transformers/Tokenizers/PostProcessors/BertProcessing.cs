using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.PostProcessors;

/// <summary>BERT's "[CLS] A [SEP]" and "[CLS] A [SEP] B [SEP]"; type id 1 from B on.</summary>
internal sealed class BertProcessing((string Token, int Id) separator, (string Token, int Id) classifier) : PostProcessor
{
    private readonly TemplateProcessing _template = TemplateProcessing.Bert(separator, classifier);

    public override int AddedCount(bool isPair) => _template.AddedCount(isPair);

    public override EncodingFast Join(EncodingFast first, EncodingFast? second, bool addSpecialTokens, Func<int, string> tokenOf) =>
        _template.Join(first, second, addSpecialTokens, tokenOf);

    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "BertProcessing");
        WriteToken(writer, "sep", separator);
        WriteToken(writer, "cls", classifier);
        writer.WriteEndObject();
    }

    internal static void WriteToken(Utf8JsonWriter writer, string name, (string Token, int Id) token)
    {
        writer.WriteStartArray(name);
        writer.WriteStringValue(token.Token);
        writer.WriteNumberValue(token.Id);
        writer.WriteEndArray();
    }
}
