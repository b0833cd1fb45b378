using System.Text.Json;
using HitSongs.Grading.Grades;
using HitSongs.Songs;
using HitSongs.Studies;

namespace HitSongs.Grading.Evidence;

/// <summary>The part of songs.json that claims are compared with, without what charts and tables are drawn from.</summary>
internal sealed record SongFacts(DataCard Card, SongProfile Profile, IReadOnlyDictionary<string, StudyFigure>? Study = null)
{
    private static readonly JsonSerializerOptions Options = new(GradingJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Skip,
    };

    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public static SongsEvidence Read(string path, string file, string remedy)
    {
        var facts = GradingJson.Read<SongFacts>(File.ReadAllText(path), file, remedy, Options);
        return new SongsEvidence(facts.Card, facts.Profile) { Study = facts.Study };
    }
}
