using System.Runtime.InteropServices;

namespace HitSongs.Grading.Prose;

/// <summary>Words of an answer, from the first to the last, by index.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextSpan(int First, int Last);
