using HitSongs.Transformers.Weights.Memory;
using static TorchSharp.torch;

namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>Reader of a .pt file: a pickle, and a part for each storage.</summary>
internal sealed class PtReader(ZipParts parts)
{
    private readonly Dictionary<string, (ScalarType Type, Tensor Elements)> storages = new(StringComparer.Ordinal);

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
        using var unrecorded = no_grad();
        try
        {
            var value = new PickleReader(parts.Bytes("data.pkl"), Storage, Find, Call).Read();
            Nesting.Check(value);
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
        _ when name.StartsWith("torch.", StringComparison.Ordinal) && StorageNames.OfStorage(name["torch.".Length..]) is { } type => new StorageOf(type),
        _ when name.StartsWith("torch.", StringComparison.Ordinal) && StorageNames.OfType(name["torch.".Length..]) is { } type => type,
        _ => throw new InvalidDataException($"the pickle names {name}, which is refused: a .pt file may hold tensors, numbers, text, lists and dictionaries"),
    };

    private static object? Call(object? function, object?[] arguments) => (function, arguments) switch
    {
        (Function.OrderedDict, []) => new Dictionary<object, object?>(),
        (Function.Size, [object?[] sizes]) => sizes,
        (Function.Device, [string device, ..]) => device,
        (Function.RebuildParameter, [Tensor data, bool requiresGrad, ..]) => new TorchSharp.Modules.Parameter(data.alias(), requiresGrad),
        (Function.RebuildTensor, [Stored storage, long offset, object?[] sizes, object?[] strides, bool requiresGrad, ..]) =>
            StridedView.Of(storage.Elements, offset, Numbers(sizes), Numbers(strides), requiresGrad),
        _ => throw new InvalidDataException($"the pickle calls {function ?? "nothing"} with arguments that torch.save does not write"),
    };

    private static long[] Numbers(object?[] tuple) => Array.ConvertAll(tuple, number => number as long? ?? throw new InvalidDataException(
        "a size or stride of a tensor is no whole number"));

    private Stored Storage(object? id)
    {
        if (id is not object?[] fields || fields is not ["storage", StorageOf { Type: var type }, string key, string, long count])
        {
            throw new InvalidDataException("the pickle refers to a storage in a way that torch.save does not");
        }
        if (storages.TryGetValue(key, out var known))
        {
            return known.Type == type ? new Stored(known.Elements) : throw new InvalidDataException($"storage '{key}' is used as {known.Type} and as {type}");
        }
        var elements = Elements(key, type, count);
        storages[key] = (type, elements);
        return new Stored(elements);
    }

    private Tensor Elements(string key, ScalarType type, long count)
    {
        var entry = parts.Entry("data/" + key);
        using var one = empty(1, type);
        if (count < 0 || (Int128)count * one.ElementSize != entry.Length)
        {
            throw new InvalidDataException($"storage '{key}' should have {count} elements of {type}, the file has {entry.Length} bytes of it");
        }
        var elements = empty([count], type);
        using var stored = entry.Open();
        TensorMemory.Fill(elements, stored);
        return elements;
    }

    private sealed record StorageOf(ScalarType Type);

    private sealed record Stored(Tensor Elements);
}
