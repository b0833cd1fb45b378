var line = new string('x', 1023);
for (var i = 0; i < 10 * 1024; i++)
{
    Console.WriteLine(line);
}
