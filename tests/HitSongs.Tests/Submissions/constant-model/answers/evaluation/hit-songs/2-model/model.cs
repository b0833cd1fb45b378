using HitSongs.Pipeline;
using static HitSongs.Demonstrations.Modelling;

var popularity = Training.Average(s => s.Popularity);
var hits = Training.Average(s => s.Hit ? 1.0 : 0.0);
Predict(Test.Select(s => new Prediction(s.TrackId, popularity, hits)));
