using static HitSongs.Demonstrations.Demonstration;
throw new System.Exception("<script>alert(1)</script>\u202e\u001b[31m" + new string('a', 1 << 20));
