namespace HitSongs.Pipeline.Models.Trees;

/// <summary>XGBoost refused a call; the message is the first line of its own.</summary>
public sealed class XGBoostException(string message) : Exception(message);
