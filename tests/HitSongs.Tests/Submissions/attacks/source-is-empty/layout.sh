: > demonstration.cs
