namespace HitSongs.Studies;

/// <summary>Which features a model of hits rests on, how well it ranks, and whether that holds inside genres and playlists.</summary>
/// <param name="Audio">Importance of the audio features, most important first, in a model that sees nothing else.</param>
/// <param name="WithGenre">Importance in a model that also knows genre and subgenre.</param>
/// <param name="ByGenre">Importance of the audio features within each genre of enough songs, for the model of audio alone.</param>
/// <param name="Dependence">Curves of the model of audio alone, and of the few audio features on which the other rests most.</param>
/// <param name="Ranking">How well the models rank.</param>
public sealed record ImportanceStudy(
    IReadOnlyList<FeatureImportance> Audio,
    IReadOnlyList<FeatureImportance> WithGenre,
    IReadOnlyList<FeatureImportance> ByGenre,
    IReadOnlyList<PartialDependence> Dependence,
    Ranking Ranking);
