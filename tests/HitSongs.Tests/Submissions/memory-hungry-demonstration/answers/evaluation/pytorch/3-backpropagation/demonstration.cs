var kept = new List<byte[]>();
while (true)
{
    var block = new byte[64 << 20];
    Array.Fill(block, (byte)1);
    kept.Add(block);
}
