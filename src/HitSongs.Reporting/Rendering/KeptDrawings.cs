using System.Security.Cryptography;
using System.Text;

namespace HitSongs.Reporting.Rendering;

/// <summary>Answers of the chart worker by what it was asked: the same worker draws the same specification with the same fonts to the same bytes.</summary>
/// <param name="folder">Where they lie; made if it is missing, may be deleted at any time.</param>
/// <param name="worker">Which worker drew them: another version draws otherwise.</param>
internal sealed class KeptDrawings(string folder, string worker)
{
    /// <summary>Some reports' worth.</summary>
    private const int Most = 300;

    /// <returns>Null where it was not drawn before, or what is left of it is not whole.</returns>
    public string? Find(string request)
    {
        var file = FileOf(request);
        if (!File.Exists(file))
        {
            return null;
        }

        File.SetLastWriteTimeUtc(file, DateTime.UtcNow); // the longest unused are the first to go
        var answer = File.ReadAllText(file);
        return answer is ['{', .., '}'] ? answer : null;
    }

    /// <param name="answer">One JSON object.</param>
    public void Keep(string request, string answer) => CacheFile.Write(FileOf(request), Encoding.UTF8.GetBytes(answer));

    /// <summary>Forgets the longest unused.</summary>
    public void Limit()
    {
        Directory.CreateDirectory(folder);
        foreach (var file in new DirectoryInfo(folder).GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(Most))
        {
            file.Delete();
        }
    }

    private string FileOf(string request) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{worker}\n{request}"))));
}
