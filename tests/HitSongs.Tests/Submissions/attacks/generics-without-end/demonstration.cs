using static HitSongs.Demonstrations.Demonstration;
Run<int>(0);
static void Run<T>(int depth) => Run<System.Collections.Generic.List<T>>(depth + 1);
