using HitSongs.Grading.Criteria;
using HitSongs.Grading.Readers;
using HitSongs.Grading.Rubrics;
using HitSongs.Grading.Statements;
using HitSongs.Grading.Yaml;

namespace HitSongs.Grading.RubricFiles;

/// <summary>Puts a rubric together from the files of its folder and collects what is wrong with them.</summary>
/// <param name="root">Absolute path of the folder.</param>
/// <param name="files">Relative paths with forward slashes.</param>
/// <param name="readsWeights">Whether to read what was learnt; else all prose is read by words.</param>
internal sealed class RubricReader(string root, IReadOnlyList<string> files, bool readsWeights = true)
{
    private const string Index = "rubric.yaml";
    private const string Extension = ".yaml";

    /// <summary>Every key that rubric.yaml may have.</summary>
    public static readonly string[] IndexKeys = ["title", "passMark", "secondReader", "sections"];

    // Files that belong to the question beside them.
    private static readonly string[] Companions = [SampleFile.Extension, ExamplesFile.Extension, ContrastsFile.Extension];

    private readonly List<InvalidInputException> faults = [];
    private Synonyms synonyms = Synonyms.None;

    public IReadOnlyList<InvalidInputException> Faults => faults;

    /// <returns>Null where there are faults.</returns>
    public Rubric? Read(string sha256, bool readsSamples)
    {
        foreach (var file in files.Where(file => file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)))
        {
            faults.Add(new InvalidInputException(Named(file), null, "only .yaml files are read", "Rename it"));
        }

        ReadSynonyms();
        if (readsWeights && FaultOfSettings() is { } fault)
        {
            faults.Add(fault);
        }

        var read = files.Where(IsQuestion).AsParallel().AsOrdered().Select(ReadQuestion).ToList();
        faults.AddRange(read.SelectMany(file => file.Faults).DistinctBy(fault => fault.Message)); // what is shared is read for each that shares it
        var questions = read.Select(file => file.Question).OfType<Question>().ToList();
        if (readsSamples)
        {
            faults.AddRange(
                files
                    .Where(file => file.EndsWith(SampleFile.Extension, StringComparison.Ordinal))
                    .AsParallel()
                    .AsOrdered()
                    .Select(file => FaultOfSamples(file, questions))
                    .OfType<InvalidInputException>()
            );
        }

        faults.AddRange(
            files
                .Where(file =>
                    file.EndsWith(ExamplesFile.Extension, StringComparison.Ordinal) && !files.Contains(file[..^ExamplesFile.Extension.Length] + Extension)
                )
                .Select(file => new InvalidInputException(Named(file), null, "there is no question beside these examples", "Rename or remove the file"))
        );
        try
        {
            var rubric = ReadIndex(questions, sha256);
            return faults.Count == 0 ? rubric : null;
        }
        catch (InvalidInputException wrong)
        {
            faults.Add(wrong);
            return null;
        }
    }

    private string Named(string file) => $"{Path.GetFileName(root)}/{file}";

    private static bool IsQuestion(string file) =>
        file.EndsWith(Extension, StringComparison.Ordinal)
        && !Companions.Any(companion => file.EndsWith(companion, StringComparison.Ordinal))
        && file is not (Index or SynonymFile.Name or ScopeFile.Name);

    /// <summary>The ids of all questions, by the names of their files.</summary>
    public IEnumerable<string> QuestionIds => files.Where(IsQuestion).Select(file => file[..^Extension.Length]);

    /// <summary>Reads one question; <see cref="ReadSynonyms"/> comes before.</summary>
    /// <exception cref="InvalidInputException">Its first fault.</exception>
    public Question ReadQuestionOrThrow(string id)
    {
        var (question, wrong) = ReadQuestion(id + Extension);
        return wrong.Count > 0 ? throw wrong[0] : question!;
    }

    /// <summary>Fault of the settings by which all prose is read, if any.</summary>
    public InvalidInputException? FaultOfSettings() => ReadingSettings.FaultIn(root) ?? ScopeFile.FaultIn(root, Named(ReadingSettings.FileName));

    /// <summary>Reads what questions share.</summary>
    public void ReadSynonyms()
    {
        try
        {
            synonyms = files.Contains(SynonymFile.Name) ? SynonymFile.Read(Path.Combine(root, SynonymFile.Name), Named(SynonymFile.Name)) : Synonyms.None;
        }
        catch (InvalidInputException fault)
        {
            faults.Add(fault);
        }
    }

    private InvalidInputException? FaultOfSamples(string file, List<Question> questions)
    {
        var id = file[..^SampleFile.Extension.Length];
        try
        {
            if (questions.Find(q => q.Id == id) is { } question)
            {
                SampleFile.Read(Path.Combine(root, file), question, Named(file));
                return null;
            }

            return files.Contains(id + Extension)
                ? null
                : new InvalidInputException(Named(file), null, "there is no question beside these samples", "Rename or remove the file");
        }
        catch (InvalidInputException fault)
        {
            return fault;
        }
    }

    private (Question? Question, IReadOnlyList<InvalidInputException> Faults) ReadQuestion(string file)
    {
        var reader = new QuestionReader(file[..^Extension.Length], Named(file), Path.Combine(root, file), synonyms, readsWeights);
        return (reader.Read(), reader.Faults);
    }

    private Rubric ReadIndex(List<Question> questions, string sha256)
    {
        var index = ReadIndex(questions.ConvertAll(question => question.Id));
        var byId = questions.ToDictionary(question => question.Id, question => question with { VerdictUse = index.VerdictUse }, StringComparer.Ordinal);
        return new Rubric(
            index.Title,
            index.PassMark,
            [
                .. index.Sections.Select(section =>
                    new RubricSection(section.Id, section.Title, [.. section.Questions.Select(id => byId[id])], section.PassMark)
                ),
            ],
            sha256
        );
    }

    /// <summary>Reads rubric.yaml alone.</summary>
    /// <param name="questions">The ids that there are.</param>
    /// <exception cref="InvalidInputException">It cannot be read. What else is wrong is among <see cref="Faults"/>.</exception>
    public RubricIndex ReadIndex(IReadOnlyList<string> questions)
    {
        if (!files.Contains(Index))
        {
            throw new InvalidInputException(Named(Index), null, "the file is missing", "Write it with title, passMark and sections");
        }

        var map = new YamlMap(YamlFile.Read(Path.Combine(root, Index), Named(Index)), Named(Index), "the rubric", IndexKeys);
        var (title, passMark) = (map.Text("title"), map.Number("passMark", 0, 1));
        var sections = map.Items("sections").Select(node => new YamlMap(node, map.File, "the section", ["id", "title", "passMark"])).ToList();
        var ids = sections.ConvertAll(section => section.Text("id").TrimEnd('/'));
        var bySection = questions.ToLookup(question => SectionOf(question, ids));
        foreach (var question in bySection[null])
        {
            faults.Add(
                new InvalidInputException(
                    Named(question + Extension),
                    null,
                    "it lies under no section of rubric.yaml",
                    "Add its folder to `sections:`, or move the file"
                )
            );
        }

        foreach (var (section, i) in sections.Select((section, i) => (section, i)))
        {
            if (ids.IndexOf(ids[i]) < i)
            {
                faults.Add(section.Fault("id", $"the section `{ids[i]}` stands twice", "Remove one"));
            }
            else if (!files.Any(file => file.StartsWith(ids[i] + "/", StringComparison.Ordinal) && IsQuestion(file)))
            {
                faults.Add(section.Fault("id", $"the section `{ids[i]}` has no questions", "Mend the folder's name, or remove the section"));
            }
        }

        return new RubricIndex(
            title,
            passMark,
            [
                .. sections.Select(
                    (section, i) => new IndexedSection(ids[i], section.Text("title"), InOrder(bySection[ids[i]]), section.OptionalNumber("passMark", 0, 1))
                ),
            ],
            VerdictUseKey.Read(map)
        );
    }

    private static string? SectionOf(string question, List<string> sections) =>
        sections.Where(section => question.StartsWith(section + "/", StringComparison.Ordinal)).MaxBy(section => section.Length);

    private static IReadOnlyList<string> InOrder(IEnumerable<string> questions) => [.. questions.Order(NaturalOrder.Instance)];
}
