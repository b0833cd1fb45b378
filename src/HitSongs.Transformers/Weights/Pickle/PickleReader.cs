using System.Buffers.Binary;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>
/// Reads a pickle as data. A pickle is a program; this machine knows the few instructions torch.save writes and calls nothing: a name is
/// one of those in <see cref="PtReader"/>, or the file is refused.
/// </summary>
/// <param name="code">The pickle.</param>
/// <param name="persistent">What stands for a persistent id.</param>
/// <param name="find">What stands for a name, such as "torch.FloatStorage".</param>
/// <param name="call">The result of calling what <paramref name="find"/> gave.</param>
internal sealed class PickleReader(
    ReadOnlyMemory<byte> code,
    Func<object?, object?> persistent,
    Func<string, object> find,
    Func<object?, object?[], object?> call
)
{
    private const int NewestProtocol = 5;
    private readonly List<object?> stack = [];
    private readonly Stack<int> marks = [];
    private readonly Dictionary<long, object?> memo = [];
    private readonly PickleBytes source = new(code);

    /// <summary>The value: null, bool, long, double, string, byte[], object?[] (a tuple), List, Dictionary, or what the functions made.</summary>
    /// <exception cref="InvalidDataException">The pickle is cut, or does something that torch.save does not.</exception>
    public object? Read()
    {
        while (true)
        {
            var at = source.Position;
            var instruction = source.Bytes(1)[0];
            if (instruction == '.') return Pop();
            if (!Step(instruction)) throw new InvalidDataException($"the pickle has the instruction 0x{instruction:x2} at byte {at}, which is refused");
        }
    }

    private bool Step(byte instruction)
    {
        switch ((char)instruction)
        {
            case '\x80':
                RefuseProtocol(source.Bytes(1)[0]);
                break;
            case '\x95':
                source.Bytes(8);
                break;
            case 'N':
                Push(null);
                break;
            case '\x88':
                Push(true);
                break;
            case '\x89':
                Push(false);
                break;
            case 'K':
                Push((long)source.Bytes(1)[0]);
                break;
            case 'M':
                Push((long)BinaryPrimitives.ReadUInt16LittleEndian(source.Bytes(2)));
                break;
            case 'J':
                Push((long)BinaryPrimitives.ReadInt32LittleEndian(source.Bytes(4)));
                break;
            case '\x8a':
                Push(PickleBytes.Integer(source.Bytes(source.Bytes(1)[0])));
                break;
            case 'G':
                Push(BinaryPrimitives.ReadDoubleBigEndian(source.Bytes(8)));
                break;
            case 'X':
                Push(source.Text(BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4))));
                break;
            case '\x8c':
                Push(source.Text(source.Bytes(1)[0]));
                break;
            case '\x8d':
                Push(source.Text(BinaryPrimitives.ReadInt64LittleEndian(source.Bytes(8))));
                break;
            case 'C':
                Push(source.Bytes(source.Bytes(1)[0]).ToArray());
                break;
            case 'B':
                Push(source.Bytes(BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4))).ToArray());
                break;
            case '(':
                marks.Push(stack.Count);
                break;
            case ')':
                Push(Array.Empty<object?>());
                break;
            case '\x85':
                Push(Pop(1));
                break;
            case '\x86':
                Push(Pop(2));
                break;
            case '\x87':
                Push(Pop(3));
                break;
            case 't':
                Push(PopToMark());
                break;
            case ']':
                Push(new List<object?>());
                break;
            case '}':
                Push(new Dictionary<object, object?>());
                break;
            case 'a':
                Append(Pop(1));
                break;
            case 'e':
                Append(PopToMark());
                break;
            case 's':
                SetItems(Pop(2));
                break;
            case 'u':
                SetItems(PopToMark());
                break;
            case 'q':
                memo[source.Bytes(1)[0]] = Top();
                break;
            case 'r':
                memo[BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4))] = Top();
                break;
            case '\x94':
                memo[memo.Count] = Top();
                break;
            case 'h':
                Push(Recall(source.Bytes(1)[0]));
                break;
            case 'j':
                Push(Recall(BinaryPrimitives.ReadUInt32LittleEndian(source.Bytes(4))));
                break;
            case '0':
                Pop();
                break;
            case 'c':
                Push(find($"{source.Line()}.{source.Line()}"));
                break;
            case '\x93':
                Push(Pop(2) is [string module, string name] ? find($"{module}.{name}") : throw new InvalidDataException("a name in the pickle is no text"));
                break;
            case 'Q':
                Push(persistent(Pop()));
                break;
            case 'R':
                Push(
                    Pop(2) is [var function, object?[] arguments]
                        ? call(function, arguments)
                        : throw new InvalidDataException("a call in the pickle has no arguments")
                );
                break;
            // The attributes of a dictionary, such as the versions in a state_dict's _metadata, are not needed.
            case 'b':
                Pop();
                if (Top() is not Dictionary<object, object?>) throw new InvalidDataException(
                    "the pickle sets attributes of something that is no dictionary, which is refused");
                break;
            default: return false;
        }
        return true;
    }

    private void Push(object? value) => stack.Add(value);
    private object? Top() => stack.Count > 0 && (marks.Count == 0 || stack.Count > marks.Peek()) ? stack[^1]
        : throw new InvalidDataException("the pickle takes what is not there");

    private object? Pop()
    {
        var top = Top();
        stack.RemoveAt(stack.Count - 1);
        return top;
    }

    private object?[] Pop(int count)
    {
        var values = new object?[count];
        for (var i = count - 1; i >= 0; i--) values[i] = Pop();
        return values;
    }

    private object?[] PopToMark()
    {
        if (!marks.TryPop(out var mark)) throw new InvalidDataException("the pickle takes what is not there");
        object?[] values = [.. stack.Skip(mark)];
        stack.RemoveRange(mark, stack.Count - mark);
        return values;
    }

    private void Append(object?[] values)
    {
        if (Top() is not List<object?> list) throw new InvalidDataException("the pickle appends to something that is no list");
        list.AddRange(values);
    }

    private void SetItems(object?[] values)
    {
        if (Top() is not Dictionary<object, object?> dictionary || values.Length % 2 != 0) throw new InvalidDataException(
            "the pickle sets items of something that is no dictionary");
        for (var i = 0; i < values.Length; i += 2)
        {
            // Others could be made costly to compare; torch.save writes names and numbers.
            if (values[i] is not (string or long or bool or double)) throw new InvalidDataException("a key in the pickle is neither text nor number");
            dictionary[values[i]!] = values[i + 1];
        }
    }

    private object? Recall(long key) =>
        memo.TryGetValue(key, out var value) ? value : throw new InvalidDataException($"the pickle recalls {key}, which it did not keep");

    private static void RefuseProtocol(byte protocol)
    {
        if (protocol > NewestProtocol) throw new InvalidDataException($"the pickle is of protocol {protocol}, newer than {NewestProtocol}");
    }
}
