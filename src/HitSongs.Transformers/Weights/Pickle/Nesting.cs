namespace HitSongs.Transformers.Weights.Pickle;

/// <summary>Refuses values that contain themselves or are nested deep: they would overflow the stack of whoever walks through them.</summary>
internal sealed class Nesting
{
    private const int Deepest = 200;
    private readonly HashSet<object> walked = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<object> entered = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<(object Container, IEnumerator<object?> Items)> open = new();

    /// <exception cref="InvalidDataException">The value contains itself, or is nested too deep.</exception>
    public static void Check(object? root) => new Nesting().Walk(root);

    private void Walk(object? root)
    {
        Enter(root);
        while (open.TryPeek(out var top))
        {
            if (top.Items.MoveNext())
            {
                Enter(top.Items.Current);
                continue;
            }
            open.Pop();
            top.Items.Dispose();
            walked.Add(top.Container);
        }
    }

    private void Enter(object? value)
    {
        if (Items(value) is not { } items || walked.Contains(value!)) return;
        if (!entered.Add(value!)) throw new InvalidDataException("a value in the pickle contains itself, which is refused");
        if (open.Count >= Deepest) throw new InvalidDataException($"values in the pickle are nested deeper than {Deepest}, which is refused");
        open.Push((value!, items.GetEnumerator()));
    }

    private static IEnumerable<object?>? Items(object? value) => value switch
    {
        object?[] tuple => tuple,
        List<object?> list => list,
        Dictionary<object, object?> dictionary => dictionary.Values,
        _ => null,
    };
}
