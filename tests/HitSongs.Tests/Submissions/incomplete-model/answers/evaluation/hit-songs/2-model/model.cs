using HitSongs.Pipeline;
using static HitSongs.Demonstrations.Modelling;

Predict(Test.Skip(1).Select(s => new Prediction(s.TrackId, 50, 0.5)));
