namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Reads what torch.save wrote, here or in Python: the file is never run, and holds tensors (on the CPU), numbers (long, double, bool),
    /// text, object[] for tuples, List&lt;object&gt; and Dictionary&lt;object, object&gt;. TorchSharp has it for tensors alone.
    /// </summary>
    /// <typeparam name="T">What is expected: one of these, a Dictionary&lt;string, Tensor&gt; for a state_dict, or object for anything.</typeparam>
    /// <exception cref="InvalidDataException">The file holds something else, is cut, or does something it should not.</exception>
    public static T load<T>(string location) where T : class
    {
        var value = PtFile.Load(location);
        if (value is T fitting) return fitting;
        if (typeof(T) == typeof(Dictionary<string, Tensor>)) return (T)(object)StateDict(value, location);
        throw new InvalidDataException($"{location} holds a {value?.GetType().Name ?? "None"}, not a {typeof(T).Name}");
    }

    internal static Dictionary<string, Tensor> StateDict(object? value, string location)
    {
        if (value is not Dictionary<object, object?> entries) throw new InvalidDataException($"{location} holds no dictionary of tensors");
        return entries.ToDictionary(
            entry => entry.Key as string ?? throw new InvalidDataException($"{location} holds a dictionary in which {entry.Key} is no name"),
            entry => entry.Value as Tensor ?? throw new InvalidDataException($"{location} holds a dictionary in which '{entry.Key}' is no tensor"));
    }
}
