mkdir demonstration.cs
