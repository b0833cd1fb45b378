using HitSongs.Transformers.Tokenizers.Text;
using HitSongs.Transformers.Tokenizers.Unicode;

namespace HitSongs.Transformers.Tokenizers.Normalizers;

/// <summary>Decomposes characters one after another and puts the combining marks that follow a starter into canonical order.</summary>
internal sealed class Decomposer(bool compatible)
{
    private readonly Decompositions _table = Decompositions.Instance;
    private readonly List<(int Point, int Class, int Start, int End)> _marks = [];

    /// <summary>Which decomposed characters to keep; null keeps all.</summary>
    public Func<int, bool>? Keep { get; init; }

    /// <summary>Whether what is kept is written in lower case.</summary>
    public bool Lower { get; init; }

    public void Add(TextBuilder output, int point, int start, int end)
    {
        Span<int> hangul = stackalloc int[3];
        var parts = _table.Of(point, compatible, hangul);
        if (parts.IsEmpty)
        {
            AddOne(output, point, start, end);
            return;
        }
        foreach (var part in parts)
        {
            AddOne(output, part, start, end);
        }
    }

    /// <summary>Writes the marks that wait for their order; needed once at the end.</summary>
    public void Flush(TextBuilder output)
    {
        if (_marks.Count == 0)
        {
            return;
        }
        // Marks change places, their ranges do not: a token's range runs from its first character's to its last one's.
        var ordered = _marks.Count == 1 ? _marks : [.. _marks.OrderBy(mark => mark.Class)];
        for (var i = 0; i < ordered.Count; i++)
        {
            Write(output, ordered[i].Point, _marks[i].Start, _marks[i].End);
        }
        _marks.Clear();
    }

    private void AddOne(TextBuilder output, int point, int start, int end)
    {
        var order = _table.CombiningClass(point);
        if (order != 0)
        {
            _marks.Add((point, order, start, end));
            return;
        }
        Flush(output);
        Write(output, point, start, end);
    }

    private void Write(TextBuilder output, int point, int start, int end)
    {
        if (Keep is not null && !Keep(point))
        {
            return;
        }
        if (Lower)
        {
            output.AppendLower(point, start, end);
        }
        else
        {
            output.Append(point, start, end);
        }
    }
}
