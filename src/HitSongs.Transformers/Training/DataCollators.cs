using static TorchSharp.torch;

namespace HitSongs.Transformers;

/// <summary>
/// Makes a batch of examples. An example is what Python's data sets have: by the names of the model's arguments a number (long, int,
/// double, float) or a list of them (IReadOnlyList&lt;int&gt; or of long or float).
/// </summary>
public abstract class DataCollator
{
    /// <exception cref="ArgumentException">The examples do not have the same names, or lists that cannot stand side by side.</exception>
    public abstract Dictionary<string, Tensor> call(IReadOnlyList<IReadOnlyDictionary<string, object>> features);

    /// <summary>Rows that are filled up to the longest.</summary>
    /// <param name="padding">What a list is filled up with by its name; null where lists must be equally long.</param>
    private protected static Dictionary<string, Tensor> Batch(IReadOnlyList<IReadOnlyDictionary<string, object>> features, Func<string, long?> padding)
    {
        if (features.Count == 0) throw new ArgumentException("a batch has one example or more", nameof(features));
        return features[0].Keys.ToDictionary(name => name, name => Column(name, [.. features.Select(example => Of(example, name))], padding(name)));
    }

    private static object Of(IReadOnlyDictionary<string, object> example, string name) =>
        example.TryGetValue(name, out var value) ? value : throw new ArgumentException($"an example of the batch has no '{name}', others have");

    private static Tensor Column(string name, object[] values, long? padding) => values[0] switch
    {
        int or long => tensor(Array.ConvertAll(values, Convert.ToInt64)),
        float or double => tensor(Array.ConvertAll(values, Convert.ToSingle)),
        IReadOnlyList<int> => Rows(name, Array.ConvertAll(values, value => ((IReadOnlyList<int>)value).Select(number => (long)number).ToArray()), padding),
        IReadOnlyList<long> => Rows(name, Array.ConvertAll(values, value => ((IReadOnlyList<long>)value).ToArray()), padding),
        IReadOnlyList<float> => Rows(name, Array.ConvertAll(values, value => ((IReadOnlyList<float>)value).ToArray()), null),
        var other => throw new ArgumentException($"'{name}' of an example is a {other.GetType().Name}, it must be a number or a list of numbers"),
    };

    private static Tensor Rows<T>(string name, T[][] rows, long? padding) where T : unmanaged
    {
        var longest = rows.Max(row => row.Length);
        var all = new T[rows.Length, longest];
        for (var i = 0; i < rows.Length; i++)
        {
            if (rows[i].Length < longest && padding is null)
                throw new ArgumentException(
                    $"'{name}' has {rows[i].Length} numbers in one example and {longest} in another; pad them, or take a collator that does"
                );
            for (var j = 0; j < longest; j++)
                all[i, j] = j < rows[i].Length ? rows[i][j] : (T)Convert.ChangeType(padding!.Value, typeof(T));
        }
        return from_array(all);
    }
}

/// <summary>Puts examples of equal length side by side.</summary>
public sealed class DefaultDataCollator : DataCollator
{
    public override Dictionary<string, Tensor> call(IReadOnlyList<IReadOnlyDictionary<string, object>> features) => Batch(features, _ => null);
}

/// <summary>Fills texts up to the longest of their batch; an attention_mask is made where there is none.</summary>
public sealed class DataCollatorWithPadding(long pad_token_id) : DataCollator
{
    public override Dictionary<string, Tensor> call(IReadOnlyList<IReadOnlyDictionary<string, object>> features)
    {
        var batch = Batch(features, name => name switch { "input_ids" => pad_token_id, "labels" => -100, _ => 0 });
        if (!batch.ContainsKey("attention_mask")) batch["attention_mask"] = batch["input_ids"].ne(pad_token_id).to(ScalarType.Int64);
        return batch;
    }
}
