using static HitSongs.Demonstrations.Demonstration;
System.Console.Error.WriteLine("Failed to create CoreCLR, HRESULT: 0x80070008\nNo space left on device");
System.Environment.Exit(137);
