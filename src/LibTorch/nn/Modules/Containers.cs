using System.Diagnostics.CodeAnalysis;

namespace TorchSharp.Modules;

/// <summary>Components by position: a module for bookkeeping, which cannot be called.</summary>
public abstract partial class ComponentList<T> : torch.nn.Module, IList<T> where T : class
{
    private readonly List<T> items = [];

    private protected ComponentList(string name, IEnumerable<T> items)
        : base(name) => extend(items);

    public T this[int index] { get => items[index]; set => Change(() => items[index] = value); }
    public bool Remove(T item)
    {
        var removed = false;
        Change(() => removed = items.Remove(item));
        return removed;
    }

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

/// <summary>Components by name, in the order they were added: a module for bookkeeping, which cannot be called.</summary>
public abstract partial class ComponentDict<T> : torch.nn.Module, IDictionary<string, T>, IList<(string, T)> where T : class
{
    private readonly List<(string name, T value)> entries = [];

    private protected ComponentDict(string name)
        : base(name) { }

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

    /// <exception cref="ArgumentException">There is one of that name already.</exception>
    public void Add((string, T) item) => Insert(Count, item);

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

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
    {
        var position = Position(key);
        value = position < 0 ? null : entries[position].value;
        return position >= 0;
    }

    public void CopyTo(KeyValuePair<string, T>[] array, int arrayIndex)
    {
        foreach (var (name, value) in entries) array[arrayIndex++] = new(name, value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    IEnumerator<KeyValuePair<string, T>> IEnumerable<KeyValuePair<string, T>>.GetEnumerator() =>
        entries.Select(item => KeyValuePair.Create(item.name, item.value)).GetEnumerator();

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
