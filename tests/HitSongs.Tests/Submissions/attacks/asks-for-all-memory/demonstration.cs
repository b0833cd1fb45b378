using static HitSongs.Demonstrations.Demonstration;
var kept = new System.Collections.Generic.List<byte[]>();
while (true) { var part = new byte[1 << 24]; System.Array.Fill(part, (byte)1); kept.Add(part); }
