using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>A rubric of which each question is read when it is asked for: who knows what has not changed needs few of them.</summary>
public sealed class RubricOutline
{
    // What a question is graded by besides what all share. Its expectation and its samples decide nothing then.
    private static readonly string[] OwnFiles = [".yaml", ExamplesFile.Extension, ContrastsFile.Extension, QuestionWeights.Extension];
    private static readonly string[] SharedFiles = [SynonymFile.Name, ReadingSettings.FileName];

    private readonly string root;
    private readonly HashSet<string> files;
    private readonly RubricReader reader;
    private readonly RubricIndex index;
    private readonly ConcurrentDictionary<string, Lazy<Question>> read = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> keys;

    private RubricOutline(string root, IReadOnlyList<string> files)
    {
        this.root = root;
        this.files = [.. files];
        reader = new RubricReader(root, files);
        reader.ReadSynonyms();
        index = reader.ReadIndex([.. reader.QuestionIds]);
        if (reader.FaultOfSettings() is { } fault)
        {
            throw fault;
        }

        if (reader.Faults.Count > 0)
        {
            throw reader.Faults[0];
        }

        Sha256 = RubricFolder.Sha256(root, files);
        keys = Questions.ToDictionary(id => id, KeyFor, StringComparer.Ordinal);
    }

    /// <summary>As of <see cref="Rubric.Sha256"/>.</summary>
    public string Sha256 { get; }

    public string Title => index.Title;

    public double PassMark => index.PassMark;

    internal IReadOnlyList<IndexedSection> Sections => index.Sections;

    /// <summary>Ids, in the rubric's order.</summary>
    public IEnumerable<string> Questions => index.Sections.SelectMany(section => section.Questions);

    /// <exception cref="InvalidInputException">The first fault of what all questions share.</exception>
    public static RubricOutline Open(string directory)
    {
        var path = Path.GetFullPath(Path.TrimEndingDirectorySeparator(directory));
        return Directory.Exists(path) ? new RubricOutline(path, RubricFolder.FilesOf(path)) : throw RubricFolder.Missing(directory);
    }

    /// <summary>A digest of all that a question is graded by: equal digests, equal grading.</summary>
    public string KeyOf(string id) => keys[id];

    /// <summary>Reads a question, once.</summary>
    /// <exception cref="InvalidInputException">Its first fault.</exception>
    public Question Read(string id) =>
        read.GetOrAdd(id, one => new Lazy<Question>(() => reader.ReadQuestionOrThrow(one) with { VerdictUse = index.VerdictUse })).Value;

    /// <summary>Reads every question.</summary>
    /// <exception cref="InvalidInputException">The first fault of one.</exception>
    public Rubric ReadAll() => Read(Questions.ToHashSet(StringComparer.Ordinal));

    /// <summary>Reads some questions, and the rubric with those alone.</summary>
    /// <exception cref="InvalidInputException">The first fault of one.</exception>
    public Rubric Read(IReadOnlySet<string> ids)
    {
        ids.AsParallel().ForAll(id => Read(id, out _));
        var sections = index.Sections.Select(section =>
            new RubricSection(section.Id, section.Title, [.. section.Questions.Where(ids.Contains).Select(Read)], section.PassMark));
        return new Rubric(Title, PassMark, [.. sections.Where(section => section.Questions.Count > 0)], Sha256);
    }

    // Faults are told in the rubric's order, and not as threads come to them.
    private void Read(string id, out InvalidInputException? fault)
    {
        try
        {
            Read(id);
            fault = null;
        }
        catch (InvalidInputException wrong)
        {
            fault = wrong;
        }
    }

    private string KeyFor(string id)
    {
        string[] stems = SharedWith(id) is { } shared ? [id, shared] : [id];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in stems.SelectMany(stem => OwnFiles.Select(extension => stem + extension)).Concat(SharedFiles).Where(files.Contains))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, file))));
        }

        hash.AppendData(Encoding.UTF8.GetBytes($"{index.VerdictUse}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    // Looks closer only where the word stands: most questions share nothing.
    private string? SharedWith(string id)
    {
        var path = Path.Combine(root, id + ".yaml");
        return File.ReadAllText(path).Contains(SharedQuestion.Key, StringComparison.Ordinal)
            && YamlFile.Read(path, id + ".yaml") is YamlMappingNode question
            && question.Children.TryGetValue(new YamlScalarNode(SharedQuestion.Key), out var shared)
            ? (shared as YamlScalarNode)?.Value
            : null;
    }
}
