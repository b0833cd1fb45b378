using NUnit.Framework;

namespace HitSongs.Tests.LibTorch.Surface;

/// <summary>Where the source of src/LibTorch is; without it the test that asks is not run.</summary>
internal static class LibTorchSource
{
    public static string Folder()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "HitSongs.sln"))) folder = folder.Parent;
        if (folder is null) Assert.Ignore("the source is not here");
        return Path.Combine(folder!.FullName, "src", "LibTorch");
    }
}
