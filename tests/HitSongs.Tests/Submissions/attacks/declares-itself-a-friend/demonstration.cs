using static HitSongs.Demonstrations.Demonstration;
[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("HitSongs.Grading")]
[assembly: System.Reflection.AssemblyVersion("99.0.0.0")]
Observe("sum", 1);
