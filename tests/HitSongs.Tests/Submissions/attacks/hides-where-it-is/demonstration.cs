using static HitSongs.Demonstrations.Demonstration;
#line hidden
#line 400000 "/etc/passwd"
#pragma checksum "/etc/passwd" "{406ea660-64cf-4c82-b6f0-42d48172a799}" "ff"
#nullable disable
#pragma warning disable
throw new System.Exception("\n   at Program.<Main>$(String[] args) in /etc/passwd:line 99999999999\n");
