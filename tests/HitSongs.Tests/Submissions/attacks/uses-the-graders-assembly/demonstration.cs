using static HitSongs.Demonstrations.Demonstration;
var g = typeof(HitSongs.Grading.Grades.Status);
