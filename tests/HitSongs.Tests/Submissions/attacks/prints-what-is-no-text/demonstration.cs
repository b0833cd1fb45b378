using static HitSongs.Demonstrations.Demonstration;
using var output = System.Console.OpenStandardError();
output.Write([0xff, 0xfe, 0, 0xc0, 0x80, 0xed, 0xa0, 0x80]);
