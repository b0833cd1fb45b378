using System.Text.Json;

namespace HitSongs.Transformers.Tokenizers.Files;

/// <summary>A value of a JSON file that knows its place in it, so that a fault can be told with its line.</summary>
internal sealed class JsonValue(PretrainedFile file, long position, JsonTokenType kind)
{
    private readonly List<KeyValuePair<string, JsonValue>> _members = [];

    public JsonTokenType Kind => kind;

    public string Text { get; init; } = "";

    public IReadOnlyList<KeyValuePair<string, JsonValue>> Members => _members;

    public IEnumerable<JsonValue> Items => _members.Select(member => member.Value);

    public bool IsNull => kind == JsonTokenType.Null;

    /// <summary>The member of that name; null where it is absent or null.</summary>
    public JsonValue? this[string name]
    {
        get
        {
            foreach (var (key, value) in _members)
            {
                if (key == name)
                {
                    return value.IsNull ? null : value;
                }
            }
            return null;
        }
    }

    public void Add(string name, JsonValue value) => _members.Add(new(name, value));

    public InvalidInputException Fault(string problem, string remedy) => file.Fault(position, problem, remedy);

    public JsonValue Required(string name) => this[name] ?? throw Fault($"\"{name}\" is missing", "Save the tokenizer again, or download the file again");

    public JsonValue AsObject(string what) => kind == JsonTokenType.StartObject ? this : throw Wrong(what, "an object");

    public JsonValue AsArray(string what) => kind == JsonTokenType.StartArray ? this : throw Wrong(what, "a list");

    public string AsString(string what) => kind == JsonTokenType.String ? Text : throw Wrong(what, "a text");

    /// <summary>An id: a whole number from 0 to 2,147,483,647.</summary>
    public int AsId(string what) => kind == JsonTokenType.Number && int.TryParse(Text, out var id) && id >= 0
        ? id
        : throw Fault($"{what} is {Shown}, not a whole number from 0 to {int.MaxValue}", "Give every token its own id from 0 on");

    public bool Flag(string name, bool otherwise) => this[name] switch
    {
        null => otherwise,
        { Kind: JsonTokenType.True } => true,
        { Kind: JsonTokenType.False } => false,
        var other => throw other.Wrong($"\"{name}\"", "true or false"),
    };

    public string? OptionalString(string name) => this[name]?.AsString($"\"{name}\"");

    private string Shown => kind switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        _ => PretrainedFile.Quote(Text),
    };

    private InvalidInputException Wrong(string what, string wanted) =>
        Fault($"{what} is {Shown}, not {wanted}", "Save the tokenizer again, or download the file again");
}
