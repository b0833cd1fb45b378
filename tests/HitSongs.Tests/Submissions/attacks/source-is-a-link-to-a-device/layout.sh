ln -s /dev/zero demonstration.cs
