using System.Text;
using HitSongs.Notebooks;

namespace HitSongs.Programs.Notebooks;

/// <summary>Keeps the start of what a cell prints.</summary>
internal sealed class PrintedText : TextWriter
{
    private const int Most = 20_000;

    private readonly StringBuilder text = new();
    private readonly Lock gate = new();
    private long length;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (gate)
        {
            length += buffer.Length;
            text.Append(buffer[..Math.Min(buffer.Length, Most - text.Length)]);
        }
    }

    public IEnumerable<CellOutput> Outputs()
    {
        lock (gate)
        {
            return text.Length == 0 ? [] : [CellOutput.Printed(length > text.Length ? $"{text}\n… ({length:N0} characters in all)\n" : text.ToString())];
        }
    }
}
