using System.Buffers.Binary;
using System.Text;
using HitSongs.Collecting.Collect;
using HitSongs.Collecting.Importing;
using HitSongs.Collecting.Run;
using HitSongs.Grading.Evidence;
using HitSongs.Grading.Figures;
using HitSongs.Grading.Grades;
using HitSongs.Grading.RubricFiles;
using HitSongs.Grading.Samples;
using HitSongs.Grading.Scoring;
using HitSongs.Pipeline.Reading;
using HitSongs.Tests.Grading;
using HitSongs.Transformers.Tokenizers.Files;
using HitSongs.Transformers.Weights;
using HitSongs.Transformers.Weights.Pickle;

namespace HitSongs.Tests.Fuzzing;

/// <summary>The parsers of what strangers write, each with good bytes to begin with.</summary>
internal static class FuzzedParsers
{
    public static IReadOnlyDictionary<string, FuzzedParser> All { get; } = new SortedDictionary<string, FuzzedParser>(StringComparer.Ordinal)
    {
        ["songs"] = OfFile("songs.csv", _ => FuzzSeeds.Songs, path => SongFiles.Read([path])),
        ["mapping"] = OfFile("mapping.yaml", _ => FuzzSeeds.Mapping, path => SongMapping.Read(path)),
        ["question"] = OfFile("question.yaml", _ => FuzzSeeds.Question, path => QuestionFile.Read(path)),
        ["samples"] = OfFile(
            "question.samples.yaml", _ => FuzzSeeds.Samples, path => SampleFile.Read(path, FuzzSeeds.QuestionOfAnswers, Path.GetFileName(path))),
        ["answer"] = new(_ => Utf8(FuzzSeeds.Answer), (bytes, _) => ProseMarks.Of(FuzzSeeds.QuestionOfAnswers, Encoding.UTF8.GetString(bytes))),
        ["notebook"] = new(_ => Utf8(FuzzSeeds.Notebook), (bytes, _) => NotebookFile.Parse(bytes, "notebook.ipynb")),
        ["safetensors"] = new(_ => Safetensors(), (bytes, folder) => ReadAll(new SafetensorsFile(Written(bytes, folder, "model.safetensors")))),
        ["torch"] = new(
            _ => File.ReadAllBytes(Path.Combine(Repository.Root, "tests/HitSongs.Tests/Transformers/Reference/bert-bin/pytorch_model.bin")),
            (bytes, folder) => ReadAll(new TorchFile(Written(bytes, folder, "pytorch_model.bin")))),
        ["pickle"] = new(_ => FuzzSeeds.Pickle, (bytes, _) => new PickleReader(bytes, id => id, name => name, (function, arguments) => arguments).Read())
        {
            Refuses = e => e is InvalidDataException,
        },
        ["tokenizer"] = OfFile("tokenizer.json", _ => FuzzSeeds.Tokenizer, path => TokenizerJsonReader.Read(path)),
        ["evidence"] = new(Evidence, (bytes, folder) =>
        {
            Written(bytes, folder, $"evidence/{Situation.Question}.json");
            Grader.Grade(FuzzSeeds.Rubric, EvidenceFolder.Read(Path.Combine(folder, "evidence")));
        }),
        ["grade"] = new(_ => Utf8(GradeJson.Write(FuzzSeeds.Grade, Situation.Run)), (bytes, _) => GradeJson.Read(Encoding.UTF8.GetString(bytes))),
        ["vega-lite"] = new(_ => Utf8(FuzzSeeds.VegaLite), (bytes, _) => ChartSpecification.Read(Encoding.UTF8.GetString(bytes), out string _)),
        ["handed-back"] = new(_ => Utf8(FuzzSeeds.HandedBack), (bytes, _) => HandedBack.Read(bytes)),
        ["git-head"] = new(_ => Utf8("ref: refs/heads/main\n"), (bytes, folder) => Head(bytes, folder, "HEAD")),
        ["git-packed-references"] = new(
            _ => Utf8($"# pack-refs with: peeled fully-peeled sorted\n{new string('a', 40)} refs/heads/main\n^{new string('b', 40)}\n"),
            (bytes, folder) =>
            {
                Written(Utf8("ref: refs/heads/main\n"), folder, ".git/HEAD");
                Head(bytes, folder, "packed-refs");
            }),
    };

    public static IEnumerable<string> Names => All.Keys;

    private static FuzzedParser OfFile(string name, Func<string, string> good, Action<string> read) =>
        new(folder => Utf8(good(folder)), (bytes, folder) => read(Written(bytes, folder, name)));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Written(byte[] bytes, string folder, string name)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static void ReadAll(WeightSource source)
    {
        using (source)
        {
            foreach (var name in source.Names)
            {
                source.Read(name).Dispose();
            }
        }
    }

    private static byte[] Evidence(string folder)
    {
        EvidenceFolder.Write(Path.Combine(folder, "evidence"), FuzzSeeds.Submission);
        return File.ReadAllBytes(Path.Combine(folder, "evidence", $"{Situation.Question}.json"));
    }

    private static byte[] Safetensors()
    {
        var header = Utf8("""{"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]},"__metadata__":{"format":"pt"}}""");
        var bytes = new byte[8 + header.Length + 24];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, header.Length);
        header.CopyTo(bytes, 8);
        return bytes;
    }

    private static void Head(byte[] bytes, string folder, string name)
    {
        Written(bytes, folder, $".git/{name}");
        GitHead.Of(folder);
    }
}
