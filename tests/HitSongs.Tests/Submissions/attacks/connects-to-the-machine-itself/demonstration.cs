using static HitSongs.Demonstrations.Demonstration;
var x = Input<double[]>("x");
var reached = false;
try
{
    using var client = new System.Net.Sockets.TcpClient();
    client.Connect("127.0.0.1", 22);
    reached = true;
}
catch (System.Exception e)
{
    System.Console.WriteLine(e.Message);
}

if (reached) Observe("sum", x.Sum());
