namespace HitSongs.Collecting.Sandboxing;

/// <summary>Reads a stream to its end, keeps the first bytes, and breaks the output limit at the first byte beyond.</summary>
internal sealed class OutputReader
{
    private readonly MemoryStream kept = new();
    private readonly Lock gate = new();

    public OutputReader(Stream stream, int limit, BrokenLimit broken) => Done = ReadAsync(stream, limit, broken);

    public Task Done { get; }

    /// <summary>Bytes kept so far.</summary>
    public byte[] Bytes()
    {
        lock (gate)
        {
            return kept.ToArray();
        }
    }

    private async Task ReadAsync(Stream stream, int limit, BrokenLimit broken)
    {
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(buffer)) > 0)
        {
            if (!Keep(buffer.AsSpan(0, read), limit))
            {
                broken.Break(RunEnd.TooMuchOutput);
            }
        }
    }

    private bool Keep(ReadOnlySpan<byte> bytes, int limit)
    {
        lock (gate)
        {
            var room = Math.Max(0, limit - (int)kept.Length);
            kept.Write(bytes[..Math.Min(room, bytes.Length)]);
            return bytes.Length <= room;
        }
    }
}
