using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>Writes a value as a pickle of protocol 2 with Python's names for tensors; their memory is kept apart, in <see cref="Storages"/>.</summary>
internal sealed unsafe class PickleWriter
{
    private const int DeepestNesting = 200;
    private readonly MemoryStream output = new();
    private readonly Dictionary<(nint data, torch.ScalarType type), int> keys = [];

    /// <summary>For each storage, by its key, a tensor that keeps it alive, and the memory.</summary>
    public List<(torch.Tensor owner, nint data, long bytes)> Storages { get; } = [];

    /// <exception cref="NotSupportedException">There is something in <paramref name="root"/> that has no counterpart in Python.</exception>
    public ReadOnlyMemory<byte> Write(object? root)
    {
        output.Write([0x80, 2]);
        Put(root, 0);
        output.WriteByte((byte)'.');
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }

    private void Put(object? value, int depth)
    {
        if (depth > DeepestNesting) throw new NotSupportedException("a value that contains itself, or is nested too deep, cannot be written to a .pt file");
        switch (value)
        {
            case null: Code("N"); break;
            case bool flag: output.WriteByte(flag ? (byte)0x88 : (byte)0x89); break;
            case sbyte or byte or short or ushort or int or uint or long: Put(Convert.ToInt64(value)); break;
            case Half or float or double: Put(value is Half half ? (double)half : Convert.ToDouble(value)); break;
            case string text: Put(text); break;
            case torch.Tensor tensor: Put(tensor); break;
            case torch.optim.Optimizer.StateDictionary state: Put(PythonState.Of(state), depth + 1); break;
            case ITuple tuple: PutAll("(", Enumerable.Range(0, tuple.Length).Select(i => tuple[i]), "t", depth); break;
            case IDictionary dictionary: PutAll("}(", dictionary.Keys.Cast<object?>().SelectMany(key => new[] { key, dictionary[key!] }), "u", depth); break;
            case IEnumerable list: PutAll("](", list.Cast<object?>(), "e", depth); break;
            default: throw new NotSupportedException($"a {value.GetType().Name} cannot be written to a .pt file");
        }
    }

    private void PutAll(string before, IEnumerable<object?> values, string after, int depth)
    {
        Code(before);
        foreach (var value in values) Put(value, depth + 1);
        Code(after);
    }

    private void Put(torch.Tensor tensor)
    {
        // What is elsewhere, or is laid out as Python's views cannot say, is copied.
        var memory = tensor.device_type == DeviceType.CPU ? tensor : tensor.cpu();
        void* data;
        long bytes, offset;
        Native.Check(Native.ts_storage(memory.Handle, &data, &bytes, &offset), "save");
        var (type, storage) = (memory.dtype, StorageType.NameOf(memory.dtype));
        if (!keys.TryGetValue(((nint)data, type), out var key) || bytes == 0)
        {
            keys[((nint)data, type)] = key = Storages.Count;
            Storages.Add((memory, (nint)data, bytes));
        }
        Code("ctorch._utils\n_rebuild_tensor_v2\n((");
        Put("storage");
        Code($"ctorch\n{storage}\n");
        Put(key.ToString());
        Put("cpu");
        Put(bytes / memory.ElementSize);
        Code("tQ");
        Put(offset);
        PutAll("(", memory.shape.Cast<object?>(), "t", 0);
        PutAll("(", memory.stride().Cast<object?>(), "t", 0);
        // As in Python's state_dict a parameter is written as a plain tensor.
        Put(tensor.requires_grad && tensor is not Modules.Parameter, 0);
        Code("ccollections\nOrderedDict\n)RtR");
    }

    private void Put(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> head = [(byte)'X', 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], bytes.Length);
        output.Write(head);
        output.Write(bytes);
    }

    private void Put(long number)
    {
        if (number == (int)number)
        {
            Span<byte> small = [(byte)'J', 0, 0, 0, 0];
            BinaryPrimitives.WriteInt32LittleEndian(small[1..], (int)number);
            output.Write(small);
            return;
        }
        Span<byte> large = [0x8a, 8, 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt64LittleEndian(large[2..], number);
        output.Write(large);
    }

    private void Put(double number)
    {
        Span<byte> real = [(byte)'G', 0, 0, 0, 0, 0, 0, 0, 0];
        BinaryPrimitives.WriteDoubleBigEndian(real[1..], number);
        output.Write(real);
    }

    private void Code(string ascii) => output.Write(Encoding.ASCII.GetBytes(ascii));
}
