truncate -s 10G demonstration.cs
