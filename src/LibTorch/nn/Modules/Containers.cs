using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Components by position: a module for bookkeeping, which cannot be called.</summary>
public abstract class ComponentList<T> : torch.nn.Module, IList<T> where T : class
{
    private readonly List<T> items = [];

    private protected ComponentList(string name, IEnumerable<T> items)
        : base(name) => extend(items);

    public int Count => items.Count;
    public bool IsReadOnly => false;
    public T this[int index] { get => items[index]; set => Change(() => items[index] = value); }
    public void append(params T[] parameters) => extend(parameters);
    public void extend(IEnumerable<T> modules) => Change(() => items.AddRange(modules));
    public void Add(T item) => Change(() => items.Add(item));
    public void Insert(int index, T item) => Change(() => items.Insert(index, item));

    public bool Remove(T item)
    {
        var removed = false;
        Change(() => removed = items.Remove(item));
        return removed;
    }

    public void RemoveAt(int index) => Change(() => items.RemoveAt(index));
    public void Clear() => Change(items.Clear);
    public bool Contains(T item) => items.Contains(item);
    public int IndexOf(T item) => items.IndexOf(item);
    public void CopyTo(T[] array, int arrayIndex) => items.CopyTo(array, arrayIndex);
    public IEnumerator<T> GetEnumerator() => items.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    private protected abstract void Register(string name, T item);

    // Names are positions, so that every change may rename what follows.
    private void Change(Action change)
    {
        change();
        modulesByName.Clear();
        parametersByName.Clear();
        for (var i = 0; i < items.Count; i++) Register(i.ToString(), items[i]);
    }
}

/// <summary>Modules by position.</summary>
public sealed class ModuleList<T> : ComponentList<T> where T : torch.nn.Module
{
    public ModuleList(T[] modules)
        : base("ModuleList", modules) { }

    private protected override void Register(string name, T item) => register_module(name, item);
}

/// <summary>Parameters by position.</summary>
public sealed class ParameterList : ComponentList<Parameter>
{
    public ParameterList(Parameter[] parameters)
        : base(nameof(ParameterList), parameters) { }

    private protected override void Register(string name, Parameter item) => register_parameter(name, item);
}

/// <summary>Components by name, in the order they were added: a module for bookkeeping, which cannot be called.</summary>
public abstract class ComponentDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)> where T : class
{
    private readonly List<(string name, T value)> entries = [];

    private protected ComponentDict(string name)
        : base(name) { }

    public int Count => entries.Count;
    public bool IsReadOnly => false;
    public ICollection<string> Keys => [.. keys()];
    public ICollection<T> Values => [.. values()];
    public (string, T) this[int index] { get => entries[index]; set => Change(() => entries[index] = value); }

    public T this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException($"{GetName()} has no '{key}'");
        set => Change(() =>
        {
            var position = Position(key);
            if (position < 0) entries.Add((key, value));
            else entries[position] = (key, value);
        });
    }

    public IEnumerable<string> keys() => entries.Select(item => item.name);
    public IEnumerable<T> values() => entries.Select(item => item.value);
    public IEnumerator<(string, T)> items() => GetEnumerator();
    public void clear() => Clear();

    /// <exception cref="ArgumentException">There is one of that name already.</exception>
    public void Add((string, T) item) => Insert(Count, item);

    public void Add(string key, T value) => Add((key, value));
    public void Add(KeyValuePair<string, T> item) => Add((item.Key, item.Value));

    public void Insert(int index, (string, T) item)
    {
        if (ContainsKey(item.Item1)) throw new ArgumentException($"{GetName()} has '{item.Item1}' already", nameof(item));
        Change(() => entries.Insert(index, item));
    }

    public bool Remove(string key)
    {
        var position = Position(key);
        if (position >= 0) RemoveAt(position);
        return position >= 0;
    }

    public bool Remove((string, T) item) => Contains(item) && Remove(item.Item1);
    public bool Remove(KeyValuePair<string, T> item) => Remove((item.Key, item.Value));
    public void RemoveAt(int index) => Change(() => entries.RemoveAt(index));
    public void Clear() => Change(entries.Clear);
    public bool Contains((string, T) item) => entries.Contains(item);
    public bool Contains(KeyValuePair<string, T> item) => Contains((item.Key, item.Value));
    public bool ContainsKey(string key) => Position(key) >= 0;
    public int IndexOf((string, T) item) => entries.IndexOf(item);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var position = Position(key);
        value = position < 0 ? null : entries[position].value;
        return position >= 0;
    }

    public void CopyTo((string, T)[] array, int arrayIndex) => entries.CopyTo(array, arrayIndex);

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex)
    {
        foreach (var (name, value) in entries) array[arrayIndex++] = new(name, value);
    }

    public IEnumerator<(string, T)> GetEnumerator() => entries.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() => entries.Select(item => KeyValuePair.Create(item.name, item.value)).GetEnumerator();

    internal static TDict Filled<TDict>(TDict dict, (string, T)[] entries) where TDict : ComponentDict<T>
    {
        foreach (var entry in entries) dict.Add(entry);
        return dict;
    }

    private protected abstract void Register(string name, T item);
    private int Position(string key) => entries.FindIndex(item => item.name == key);

    private void Change(Action change)
    {
        change();
        modulesByName.Clear();
        parametersByName.Clear();
        foreach (var (name, value) in entries) Register(name, value);
    }
}

/// <summary>Modules by name.</summary>
public sealed class ModuleDict<T> : ComponentDict<T> where T : torch.nn.Module
{
    public ModuleDict()
        : base("ModuleDict") { }

    private protected override void Register(string name, T item) => register_module(name, item);
}

/// <summary>Parameters by name.</summary>
public sealed class ParameterDict : ComponentDict<Parameter>
{
    public ParameterDict()
        : base(nameof(ParameterDict)) { }

    private protected override void Register(string name, Parameter item) => register_parameter(name, item);
}
