using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using HitSongs.Grading.Grades;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Grading.Evidence;

/// <summary>Reads the part of songs.json that claims are compared with, without what charts and tables are drawn from. Submissions of a cohort are graded with
/// the same songs: the same bytes are understood once.</summary>
internal sealed class SongFacts
{
    private static readonly JsonSerializerOptions Options = new(GradingJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    private Understood? last;

    /// <summary>May be called from several threads.</summary>
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public SongsEvidence Read(string path, string file, string remedy)
    {
        var bytes = File.ReadAllBytes(path);
        if (Volatile.Read(ref last) is { } known && bytes.AsSpan().SequenceEqual(known.Bytes))
        {
            return known.Songs;
        }

        var part = GradingJson.Read<Part>(Encoding.UTF8.GetString(bytes), file, remedy, Options);
        var songs = new SongsEvidence(part.Card, part.Profile) { Study = part.Study };
        Volatile.Write(ref last, new Understood(bytes, songs));
        return songs;
    }

    private sealed record Part(DataCard Card, SongProfile Profile, IReadOnlyDictionary<string, StudyFigure>? Study = null);

    private sealed record Understood(byte[] Bytes, SongsEvidence Songs);
}
