using System.IO.Compression;

namespace TorchSharp;

/// <summary>What is in a .pt file: a pickle, and a file for each storage.</summary>
internal sealed class PtReader(ZipArchive zip, string folder)
{
    private const long MostElements = 1L << 48;
    private const int DeepestNesting = 200;
    private static readonly Operator asStridedOp = new("as_strided");
    private readonly Dictionary<string, (torch.ScalarType type, torch.Tensor elements)> storages = [];

    private enum Function
    {
        RebuildTensor,
        RebuildParameter,
        OrderedDict,
        Size,
        Device,
    }

    /// <summary>The value the pickle stands for. Tensors that shared memory when they were written share it again.</summary>
    /// <exception cref="InvalidDataException">The file is cut or does something it should not.</exception>
    public object? Read()
    {
        using var unrecorded = torch.no_grad();
        try
        {
            var value = new PickleReader(Bytes("data.pkl"), Storage, Find, Call).Read();
            RefuseDeep(value);
            return value;
        }
        finally
        {
            foreach (var (_, elements) in storages.Values) elements.Dispose();
        }
    }

    private static object Find(string name) => name switch
    {
        "torch._utils._rebuild_tensor_v2" => Function.RebuildTensor,
        "torch._utils._rebuild_parameter" => Function.RebuildParameter,
        "collections.OrderedDict" => Function.OrderedDict,
        "torch.Size" => Function.Size,
        "torch.device" => Function.Device,
        _ when name.StartsWith("torch.") && StorageType.OfStorage(name["torch.".Length..]) is { } type => new StorageOf(type),
        _ when name.StartsWith("torch.") && StorageType.OfName(name["torch.".Length..]) is { } type => type,
        _ => throw new InvalidDataException($"the pickle names {name}, which is refused: a .pt file may hold tensors, numbers, text, lists and dictionaries"),
    };

    private static object? Call(object? function, object?[] arguments) => (function, arguments) switch
    {
        (Function.OrderedDict, []) => new Dictionary<object, object?>(),
        (Function.Size, [object?[] sizes]) => sizes,
        (Function.Device, [string device, ..]) => device,
        (Function.RebuildParameter, [torch.Tensor data, bool requiresGrad, ..]) => new Modules.Parameter(data.alias(), requiresGrad),
        (Function.RebuildTensor, [Stored storage, long offset, object?[] sizes, object?[] strides, bool requiresGrad, ..]) =>
        View(storage.Elements, offset, Numbers(sizes), Numbers(strides), requiresGrad),
        _ => throw new InvalidDataException($"the pickle calls {function ?? "nothing"} with arguments that torch.save does not write"),
    };

    private static torch.Tensor View(torch.Tensor storage, long offset, long[] sizes, long[] strides, bool requiresGrad)
    {
        var (last, count) = ((Int128)offset, (Int128)1);
        var fits = offset >= 0 && sizes.Length == strides.Length && sizes.Length <= 64;
        for (var d = 0; fits && d < sizes.Length; d++)
        {
            fits = sizes[d] >= 0 && strides[d] >= 0;
            last += (Int128)(sizes[d] - 1) * strides[d];
            count = Int128.Min(count * sizes[d], MostElements + 1);
        }
        if (!fits || count > MostElements || (count > 0 && last >= storage.numel()))
        {
            throw new InvalidDataException(
                $"a tensor of shape [{string.Join(", ", sizes)}], strides [{string.Join(", ", strides)}] from element {offset} does not fit its storage of {storage.numel()} elements");
        }
        var view = count == 0 ? torch.empty(sizes, storage.dtype) : asStridedOp.Call(storage, sizes, strides, offset);
        if (!requiresGrad) return view;
        if (!view.is_floating_point() && !view.is_complex()) throw new InvalidDataException($"a tensor of {view.dtype} asks for a gradient");
        return view.requires_grad_();
    }

    private static long[] Numbers(object?[] tuple) => Array.ConvertAll(tuple, number => number as long? ?? throw new InvalidDataException(
        "a size or stride of a tensor is no whole number"));

    private Stored Storage(object? id)
    {
        if (id is not object?[] parts || parts is not ["storage", StorageOf { Type: var type }, string key, string, long count])
        {
            throw new InvalidDataException("the pickle refers to a storage in a way that torch.save does not");
        }
        if (storages.TryGetValue(key, out var known))
        {
            return known.type == type ? new Stored(known.elements) : throw new InvalidDataException($"storage '{key}' is used as {known.type} and as {type}");
        }
        var entry = Entry("data/" + key);
        if (count < 0 || TensorExtensionMethods.Bytes(type, [count], long.MaxValue) != entry.Length)
        {
            throw new InvalidDataException($"storage '{key}' should have {count} elements of {type}, the file has {entry.Length} bytes of it");
        }
        var elements = torch.empty([count], type);
        storages[key] = (type, elements);
        using var memory = TensorExtensionMethods.Memory(elements, FileAccess.Write);
        using var stored = entry.Open();
        stored.CopyTo(memory);
        if (memory.Position != memory.Length) throw new InvalidDataException($"storage '{key}' is cut");
        return new Stored(elements);
    }

    private ZipArchiveEntry Entry(string name)
    {
        var entry = zip.GetEntry(folder + name) ?? throw new InvalidDataException($"'{name}' is missing");
        // torch.save stores; what is compressed could grow without bound.
        if (entry.CompressedLength != entry.Length) throw new InvalidDataException($"'{name}' is compressed, which torch.save does not do and is refused");
        return entry;
    }

    private byte[] Bytes(string name)
    {
        var entry = Entry(name);
        if (entry.Length > Array.MaxLength) throw new InvalidDataException($"'{name}' has {entry.Length} bytes, which is refused");
        var bytes = new byte[entry.Length];
        using var stream = entry.Open();
        stream.ReadExactly(bytes);
        return bytes;
    }

    // What contains itself, or is nested deep, would overflow the stack of whoever walks through it.
    private static void RefuseDeep(object? root)
    {
        var depths = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        var open = new Stack<(object container, IEnumerator<object?> items)>();
        Enter(root);
        while (open.TryPeek(out var top))
        {
            if (top.items.MoveNext())
            {
                Enter(top.items.Current);
                continue;
            }
            open.Pop();
            depths[top.container] = 0;
        }

        // Walked through once: 0. Still open, so that it would contain itself: 1.
        void Enter(object? value)
        {
            IEnumerable<object?>? items = value switch
            {
                object?[] tuple => tuple,
                List<object?> list => list,
                Dictionary<object, object?> dictionary => dictionary.Values,
                _ => null,
            };
            if (items is null) return;
            if (depths.TryGetValue(value!, out var state) && state == 0) return;
            if (state == 1) throw new InvalidDataException("a value in the pickle contains itself, which is refused");
            if (open.Count >= DeepestNesting) throw new InvalidDataException($"values in the pickle are nested deeper than {DeepestNesting}, which is refused");
            depths[value!] = 1;
            open.Push((value!, items.GetEnumerator()));
        }
    }

    private sealed record StorageOf(torch.ScalarType Type);
    private sealed record Stored(torch.Tensor Elements);
}
