using HitSongs.Grading.Choices;
using HitSongs.Grading.Criteria;
using HitSongs.Grading.Patterns;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Statements;
using HitSongs.Grading.Yaml;
using YamlDotNet.RepresentationModel;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Reads the YAML file of one question and collects what is wrong with it: each criterion on its own.</summary>
/// <param name="id">The question's id.</param>
/// <param name="file">How messages name the file.</param>
/// <param name="path">Where it lies.</param>
/// <param name="shared">The synonyms of all questions.</param>
/// <param name="readsWeights">Whether to read what was learnt for it.</param>
internal sealed class QuestionReader(string id, string file, string path, Synonyms shared, bool readsWeights = true)
{
    private static readonly string[] Keys = ["title", "prompt", "asked", "sameAs", "demonstration", "model", "synonyms", "criteria"];

    private readonly List<InvalidInputException> faults = [];

    public IReadOnlyList<InvalidInputException> Faults => faults;

    /// <returns>Null where the file could not be read at all.</returns>
    public Question? Read()
    {
        try
        {
            var map = new YamlMap(YamlFile.Read(path, file), file, "the question", Keys);
            if (map.Has("sameAs"))
            {
                return ReadShared(map);
            }

            var demonstration = map.Has("demonstration") ? ReadDemonstration(map) : null;
            var model = map.Has("model") ? ReadModel(map) : null;
            var expectation = ReadExpectation(map);
            var question = new Question(id, map.Text("title"), map.Text("prompt"), demonstration, model, ReadCriteria(map), expectation) { Asked = Asked(map) };
            return WithWeights(
                question.Choices.Any() ? question with { Prompt = $"{question.Prompt.TrimEnd()}\n\n{MultipleChoice.Form(question.Choices)}" } : question
            );
        }
        catch (InvalidInputException fault)
        {
            faults.Add(fault);
            return null;
        }
    }

    private Question? ReadShared(YamlMap map)
    {
        var other = SharedQuestion.Read(map, path);
        var reader = new QuestionReader(other.Id, other.Name, other.FullPath, shared, readsWeights);
        var question = reader.Read();
        faults.AddRange(reader.Faults);
        return question is null ? null : question with
        {
            Id = id,
            Title = map.Text("title"),
            Prompt = map.OptionalText("prompt") ?? question.Prompt,
            Asked = Asked(map),
            SameAs = question.Id,
        };
    }

    private static IReadOnlyList<string> Asked(YamlMap map) => map.Has("asked") ? map.Texts("asked") : [];

    private Question WithWeights(Question question)
    {
        var learnt = question with { ExamplesSha256 = ExamplesDigest.Of(question, path) };
        var weights = readsWeights ? QuestionWeights.Beside(path, file) : null;
        if (weights is null || faults.Count > 0)
        {
            return learnt;
        }

        var settings = ReadingSettings.Above(path);
        faults.AddRange(weights.FaultsFor(file, learnt.ExamplesSha256, question.LearntCriteria.Select(criterion => criterion.Id), settings));
        return learnt with { Weights = weights, Reading = settings };
    }

    private List<Criterion> ReadCriteria(YamlMap map)
    {
        var synonyms = shared.With(ReadSynonyms(map));
        var patterns = new PatternReader(file, synonyms.Groups);
        var statements = new QuestionStatements(new Vocabulary(synonyms));
        var more = ExamplesFile.Beside(path, file);
        var criteria = new List<Criterion>();
        var earlier = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var node in map.Items("criteria"))
        {
            var source = new CriterionSource(node, file, map.Text("prompt"), patterns, statements, more, map.Has("demonstration"), map.Has("model"), earlier);
            try
            {
                criteria.Add(CriterionKinds.Read(source));
            }
            catch (InvalidInputException fault)
            {
                faults.Add(fault);
            }

            // Also the id of a faulty criterion is taken: others may depend on it.
            if (
                node is YamlMappingNode mapping
                && mapping.Children.TryGetValue(new YamlScalarNode("id"), out var given)
                && given is YamlScalarNode { Value: { } name }
            )
            {
                earlier.TryAdd(name, source.Kind);
            }
        }

        if (more is not null && faults.Count == 0)
        {
            faults.AddRange(
                more.FaultsBeside([.. criteria.Where(criterion => criterion.Examples is not null).Select(criterion => criterion.Id)])
            );
        }

        return criteria;
    }

    private string? ReadExpectation(YamlMap map)
    {
        var expectation = Path.ChangeExtension(path, ".cs");
        if (File.Exists(expectation) == map.Has("demonstration"))
        {
            return map.Has("demonstration") ? expectation : null;
        }

        throw map.Has("demonstration")
            ? map.Fault("demonstration", $"the expectation {Path.GetFileName(expectation)} is missing beside it", "Write it, or remove `demonstration:`")
            : map.Fault(
                "title",
                $"{Path.GetFileName(expectation)} lies beside it, but it has no `demonstration:`",
                "Add `demonstration: {timeout: 60, memory: 2048}`, or remove the file"
            );
    }

    private static DemonstrationSettings ReadDemonstration(YamlMap question)
    {
        var map = question.Map("demonstration", "timeout", "memory", "songs");
        return new DemonstrationSettings(map.Positive("timeout"), map.Whole("memory", 64), map.Has("songs") && map.OneOf("songs", "drawn") is not null);
    }

    private static ModelSettings ReadModel(YamlMap question)
    {
        var map = question.Map("model", "timeout", "memory", "folds", "knownLabels");
        return new ModelSettings(map.Positive("timeout"), map.Whole("memory", 64), map.Whole("folds", 2))
        {
            KnownLabels = map.OptionalNumber("knownLabels", 0.5),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>> ReadSynonyms(YamlMap question) =>
        question.Has("synonyms") ? SynonymFile.ReadGroups(question, "synonyms") : [];
}
