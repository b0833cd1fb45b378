using System.Text.Json;
using HitSongs.Grading.Grades;

namespace HitSongs.Grading.Readers;

/// <summary>Learnt weights of a question's criteria: the content of <c>slug.weights.json</c> beside it.</summary>
/// <param name="Encoder">The encoder whose vectors the heads read.</param>
/// <param name="LearntFrom">SHA-256 of the examples that they were learnt from.</param>
/// <param name="Heads">By criterion.</param>
public sealed record QuestionWeights(string Encoder, string LearntFrom, IReadOnlyDictionary<string, ReadingHead> Heads)
{
    /// <summary>Extension that tells it from others.</summary>
    public const string Extension = ".weights.json";

    private const string Remedy = "Learn it anew: hitsongs rubric learn";

    /// <summary>Reads the file beside a question; null where there is none.</summary>
    /// <param name="question">Path of the question.</param>
    /// <param name="file">How messages name the question.</param>
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    internal static QuestionWeights? Beside(string question, string file)
    {
        var (path, name) = (Path.ChangeExtension(question, Extension), Path.ChangeExtension(file, Extension));
        if (!File.Exists(path))
        {
            return null;
        }

        var weights = GradingJson.Read<QuestionWeights>(File.ReadAllText(path), name, Remedy);
        return weights.Heads.FirstOrDefault(pair => !pair.Value.IsSound).Key is { } unsound
            ? throw new InvalidInputException(name, null, $"the weights of `{unsound}` have another length than vectors have", Remedy)
            : weights;
    }

    /// <summary>The file's content.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, GradingJson.Options) + "\n";

    /// <summary>A fault for examples that have changed since, and for criteria that nothing was learnt for.</summary>
    internal IEnumerable<InvalidInputException> FaultsFor(string file, string learntFrom, IEnumerable<string> criteria, ReadingSettings? settings)
    {
        var name = Path.ChangeExtension(file, Extension);
        if (LearntFrom != learntFrom)
        {
            yield return new InvalidInputException(name, null, "the examples of the question have changed since this was learnt from them", Remedy);
        }
        else if (settings?.Encoder != Encoder)
        {
            yield return new InvalidInputException(name, null, $"it was learnt with another encoder than {ReadingSettings.FileName} names", Remedy);
        }
        else if (criteria.FirstOrDefault(id => !Heads.ContainsKey(id)) is { } missing)
        {
            yield return new InvalidInputException(name, null, $"nothing was learnt for the criterion `{missing}`", Remedy);
        }
    }
}
