using static HitSongs.Demonstrations.Demonstration;
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.CurrentCulture = new("ar-SA");
System.Environment.SetEnvironmentVariable("TZ", "Pacific/Kiritimati");
System.Environment.SetEnvironmentVariable("DOTNET_gcServer", "1");
System.Console.OutputEncoding = System.Text.Encoding.Unicode;
System.Environment.CurrentDirectory = "/";
Observe("sum", Input<double[]>("x").Sum());
