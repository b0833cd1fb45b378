using System;
using System.Collections.Generic;
using System.IO;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>
/// Copies a 64-bit ELF library and marks one version of symbols that it asks for as weak. The loader of glibc goes on without a
/// weak version; it refuses a library whose other versions are missing. Layout: "ELF Symbol Versioning" in the Linux Standard Base.
/// </summary>
public class WeakenSymbolVersion : Task
{
    private const int NeededVersions = 0x6ffffffe; // SHT_GNU_verneed
    private const int Weak = 2; // VER_FLG_WEAK
    private byte[] elf;

    [Required]
    public string Library { get; set; }

    [Required]
    public string SymbolVersion { get; set; }

    [Required]
    public string Copy { get; set; }

    public override bool Execute()
    {
        elf = File.ReadAllBytes(Library);
        var flags = new List<int>(FlagsOf(SymbolVersion));
        if (flags.Count != 1)
        {
            Log.LogError("{0} asks for {1} {2} times where once was expected: the package changed; see build/TorchSharp.targets.", Library, SymbolVersion, flags.Count);
            return false;
        }
        elf[flags[0]] |= Weak;
        Write();
        return true;
    }

    /// <summary>Where the flags of a version are that the library asks for.</summary>
    private IEnumerable<int> FlagsOf(string version)
    {
        int sections = Int64(0x28), size = Int16(0x3a), count = Int16(0x3c);
        for (var i = 0; i < count; i++)
        {
            var section = sections + i * size;
            if (Int32(section + 4) != NeededVersions) continue;
            var names = Int64(sections + Int32(section + 40) * size + 24);
            foreach (var entry in Entries(Int64(section + 24)))
            {
                if (TextAt(names + Int32(entry + 8)) == version) yield return entry + 4;
            }
        }
    }

    /// <summary>The versions asked for: a chain of libraries, each with a chain of its versions. A link of 0 ends a chain.</summary>
    private IEnumerable<int> Entries(int library)
    {
        for (var step = -1; step != 0; library += step)
        {
            var entry = library + Int32(library + 8);
            for (var left = (int)Int16(library + 2); left > 0; left--)
            {
                yield return entry;
                entry += Int32(entry + 12);
            }
            step = Int32(library + 12);
        }
    }

    /// <summary>Under another name first: two builds at once, or a broken-off one, never leave half a file.</summary>
    private void Write()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Copy));
        var unfinished = Copy + "." + Guid.NewGuid().ToString("N");
        File.WriteAllBytes(unfinished, elf);
        try
        {
            File.Delete(Copy);
            File.Move(unfinished, Copy);
        }
        catch (IOException) when (File.Exists(Copy))
        {
            File.Delete(unfinished);
        }
    }

    private string TextAt(int at)
    {
        var end = Array.IndexOf(elf, (byte)0, at);
        return Encoding.ASCII.GetString(elf, at, end - at);
    }

    private ushort Int16(int at) => BitConverter.ToUInt16(elf, at);

    private int Int32(int at) => BitConverter.ToInt32(elf, at);

    private int Int64(int at) => checked((int)BitConverter.ToInt64(elf, at));
}
