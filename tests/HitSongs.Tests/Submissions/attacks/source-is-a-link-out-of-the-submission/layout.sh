ln -s /etc/passwd demonstration.cs
