mkfifo demonstration.cs
