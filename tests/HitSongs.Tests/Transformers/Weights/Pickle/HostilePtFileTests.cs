using System.IO.Compression;
using System.Text;
using HitSongs.Transformers.Weights.Pickle;
using NUnit.Framework;
using TorchSharp;

namespace HitSongs.Tests.Transformers.Weights.Pickle;

/// <summary>Files made to do harm, or cut: each is refused with one exception that names what was refused.</summary>
public class HostilePtFileTests
{
    private const string Storage = "(X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\0" + "0X\u0003\0\0\0cpuK\u0004tQ";
    private static readonly byte[] four = new byte[16];

    private static IEnumerable<TestCaseData> Pickles()
    {
        static TestCaseData Case(string name, string code, string refused) => new TestCaseData(code, refused).SetArgDisplayNames(name);
        yield return Case("a system call", "\u0080\u0002cos\nsystem\nX\u0002\0\0\0ls\u0085R.", "os.system");
        yield return Case("a system call of protocol 4", "\u0080\u0004\u008c\u0005posix\u008c\u0006system\u0093\u008c\u0002ls\u0085R.", "posix.system");
        yield return Case("builtins", "\u0080\u0002c__builtin__\neval\nX\u0001\0\0\0001\u0085R.", "__builtin__.eval");
        yield return Case("a storage of pickled bytes", "\u0080\u0002ctorch.storage\n_load_from_bytes\n)R.", "torch.storage._load_from_bytes");
        yield return Case("an object made without its constructor", "\u0080\u0002ccollections\nOrderedDict\n)\u0081.", "0x81");
        yield return Case("an instruction of text pickles", "(S'x'\n.", "0x53");
        yield return Case("an extension", "\u0080\u0002\u0082\u0001.", "0x82");
        yield return Case("a call of a number", "\u0080\u0002K\u0001)R.", "calls");
        yield return Case("a call of a type", "\u0080\u0002ctorch\nfloat32\n)R.", "calls");
        yield return Case(
            "attributes of a tensor",
            $"\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n({Storage}K\0K\u0004\u0085K\u0001\u0085\u0089}}tR}}b.",
            "attributes"
        );
        yield return Case("a size of 2^60", Tensor("\u008a\u0008\0\0\0\0\0\0\0\u0010", "K\u0001"), "1152921504606846976");
        yield return Case("a size of 2^60 without a stride", Tensor("\u008a\u0008\0\0\0\0\0\0\0\u0010", "K\0"), "1152921504606846976");
        yield return Case("a storage smaller than its tensor", Tensor("K\u0005", "K\u0001"), "storage of 4 elements");
        yield return Case("a stride out of the storage", Tensor("K\u0002", "K\u0004"), "storage of 4 elements");
        yield return Case("a stride of 2^62", Tensor("K\u0003", "\u008a\u0008\0\0\0\0\0\0\0\u0040"), "storage of 4 elements");
        yield return Case("a negative size", Tensor("J\u00ff\u00ff\u00ff\u00ff", "K\u0001"), "[-1]");
        yield return Case("a negative stride", Tensor("K\u0002", "J\u00ff\u00ff\u00ff\u00ff"), "[-1]");
        yield return Case("a negative offset", Tensor("K\u0002", "K\u0001", "J\u00ff\u00ff\u00ff\u00ff"), "from element -1");
        yield return Case("a size that is text", Tensor("X\u0001\0\0\0x", "K\u0001"), "no whole number");
        yield return Case("a storage of another type than before", $"\u0080\u0002({Storage}{Storage.Replace("Float", "Int")}t.", "'0' is used as");
        yield return Case("a storage of another size than the file's", $"\u0080\u0002{Storage.Replace("K\u0004", "K\u0005")}.", "should have 5");
        yield return Case("a storage that is not there", $"\u0080\u0002{Storage.Replace("0X\u0003", "7X\u0003")}.", "data/7");
        yield return Case("a storage outside the folder", $"\u0080\u0002{Storage.Replace("X\u0001\0\0\0" + "0", "X\u0008\0\0\0" + "../../x0")}.", "missing");
        yield return Case("an unknown storage", "\u0080\u0002ctorch\nEvilStorage\n.", "torch.EvilStorage");
        yield return Case("a list that contains itself", "\u0080\u0002]q\0h\0a.", "contains itself");
        yield return Case("a dictionary that contains itself", "\u0080\u0002}q\0K\u0001h\0s.", "contains itself");
        yield return Case("deep nesting", "\u0080\u0002" + new string(']', 100_000) + new string('a', 99_999) + ".", "nested");
        yield return Case("a key that is a list", "\u0080\u0002}]K\u0001s.", "key");
        yield return Case("an integer of 255 bytes", "\u0080\u0002\u008a\u00ff" + new string('\u0001', 255) + ".", "255 bytes");
        yield return Case("a text longer than the file", "\u0080\u0002X\u00ff\u00ff\u00ff\u00ffx.", "cut");
        yield return Case("a text of 2^63", "\u0080\u0004\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007fx.", "cut");
        yield return Case("a text that is not UTF-8", "\u0080\u0002X\u0002\0\0\0\u00c3\u0028.", "UTF-8");
        yield return Case("taking from an empty stack", "\u0080\u00020.", "not there");
        yield return Case("taking from below a mark", "\u0080\u0002K\u0001(K\u00010\u0085.", "not there");
        yield return Case("an end without a mark", "\u0080\u0002K\u0001t.", "not there");
        yield return Case("an unknown memo", "\u0080\u0002h\u0005.", "recalls 5");
        yield return Case("no end", "\u0080\u0002K\u0001", "cut");
        yield return Case("nothing", "", "cut");
        yield return Case("protocol 9", "\u0080\u0009N.", "protocol 9");
        yield return Case("an odd number of items", "\u0080\u0002}(K\u0001u.", "items");
        yield return Case("appending to a number", "\u0080\u0002K\u0001K\u0002a.", "no list");
    }

    [TestCaseSource(nameof(Pickles))]
    public void A_pickle_that_does_what_torch_save_does_not_is_refused(string code, string refused)
    {
        using var file = Zip(("x/data.pkl", Latin(code)), ("x/data/0", four));
        Assert.That(
            () => PtFile.Load(file, "evil.pt"),
            Throws.TypeOf<InvalidDataException>().With.Message.StartsWith("evil.pt cannot be loaded: ").And.Message.Contains(refused)
        );
    }

    [Test]
    public void Lists_that_refer_to_each_other_many_times_cost_nothing()
    {
        // Thirty lists, each holding the one before twice: a billion paths through thirty objects.
        var code = new StringBuilder("\u0080\u0002]q\0");
        for (var i = 0; i < 30; i++) code.Append($"0](h{(char)i}h{(char)i}eq{(char)(i + 1)}");
        using var file = Zip(("x/data.pkl", Latin(code + ".")));
        Assert.That(PtFile.Load(file, "x"), Is.TypeOf<List<object?>>().With.Count.EqualTo(2));
    }

    [Test]
    public void A_compressed_part_is_refused_however_small()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var pickle = zip.CreateEntry("x/data.pkl", CompressionLevel.NoCompression).Open())
                pickle.Write(Latin($"\u0080\u0002{Storage.Replace("K\u0004", "J\0\0\u0040\0")}."));
            using var bomb = zip.CreateEntry("x/data/0", CompressionLevel.SmallestSize).Open();
            bomb.Write(new byte[16 << 20]);
        }
        memory.Position = 0;
        Assert.That(() => PtFile.Load(memory, "bomb.pt"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("larger than the file"));
        using var small = new MemoryStream();
        using (var zip = new ZipArchive(small, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var pickle = zip.CreateEntry("x/data.pkl", CompressionLevel.SmallestSize).Open())
                pickle.Write(Latin("\u0080\u0002" + new string(')', 200) + "."));
            using var filler = zip.CreateEntry("x/filler", CompressionLevel.NoCompression).Open();
            filler.Write(new byte[100]);
        }
        small.Position = 0;
        Assert.That(() => PtFile.Load(small, "small.pt"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("data.pkl' is compressed"));
    }

    [Test]
    public void Big_endian_TorchScript_old_and_foreign_files_are_refused_by_name()
    {
        using var big = Zip(("x/data.pkl", Latin("\u0080\u0002N.")), ("x/byteorder", "big"u8.ToArray()));
        using var script = Zip(("x/data.pkl", Latin("\u0080\u0002N.")), ("x/constants.pkl", []));
        using var other = Zip(("word/document.xml", [1]));
        using var text = new MemoryStream(Encoding.ASCII.GetBytes("hello"));
        using var empty = new MemoryStream();
        Assert.Multiple(() =>
        {
            Assert.That(() => PtFile.Load(big, "x"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("'big'"));
            Assert.That(() => PtFile.Load(script, "x"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("TorchScript"));
            Assert.That(() => PtFile.Load(other, "x"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("data.pkl"));
            Assert.That(() => PtFile.Load(text, "x"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("no zip"));
            Assert.That(() => PtFile.Load(empty, "x"), Throws.TypeOf<InvalidDataException>().With.Message.Contains("no zip"));
            Assert.That(() => PtFile.StateDict(PythonFiles.PathOf("legacy.pt")), Throws.TypeOf<InvalidDataException>().With.Message.Contains("1.6"));
        });
    }

    [Test]
    public void A_file_cut_anywhere_is_refused()
    {
        var bytes = File.ReadAllBytes(PythonFiles.PathOf("adam.pt"));
        for (var length = 0; length < bytes.Length; length++)
        {
            using var cut = new MemoryStream(bytes, 0, length);
            Assert.That(() => PtFile.Load(cut, "cut"), Throws.TypeOf<InvalidDataException>(), $"{length} of {bytes.Length} bytes");
        }
    }

    [Test]
    public void A_file_with_any_byte_changed_is_read_or_refused_but_nothing_else()
    {
        using var scope = torch.NewDisposeScope();
        var random = new Random(7);
        foreach (var name in new[] { "adam.pt", "checkpoint.pt", "model.pt" })
        {
            var original = File.ReadAllBytes(PythonFiles.PathOf(name));
            for (var trial = 0; trial < 1500; trial++)
            {
                var bytes = original.ToArray();
                for (var change = random.Next(1, 4); change > 0; change--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                using var changed = new MemoryStream(bytes);
                try
                {
                    PtFile.Load(changed, name);
                }
                catch (InvalidDataException refused)
                {
                    Assert.That(refused.Message, Does.StartWith(name));
                }
                scope.DisposeEverything();
            }
        }
    }

    private static string Tensor(string size, string stride, string offset = "K\0") =>
        $"\u0080\u0002ctorch._utils\n_rebuild_tensor_v2\n({Storage}{offset}{size}\u0085{stride}\u0085\u0089}}tR.";

    private static byte[] Latin(string code) => Encoding.Latin1.GetBytes(code);

    private static MemoryStream Zip(params (string name, byte[] bytes)[] parts)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }
        memory.Position = 0;
        return memory;
    }
}
