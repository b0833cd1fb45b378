head -c 5000 /bin/sh > demonstration.cs
