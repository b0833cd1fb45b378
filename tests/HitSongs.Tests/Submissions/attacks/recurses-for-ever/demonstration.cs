using static HitSongs.Demonstrations.Demonstration;
int Deep(int n) => Deep(n + 1) + 1;
Deep(0);
