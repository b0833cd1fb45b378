using System.Reflection;
using System.Runtime.CompilerServices;
using HitSongs.Grading.Scoring;
using NUnit.Framework;

namespace HitSongs.Tests.Architecture;

/// <summary>Grading keeps nothing from one grade to the next; what else it may not touch is in its BannedSymbols.txt, which the build holds.</summary>
public sealed class GradingStateTests
{
    [Test]
    public void No_static_field_of_grading_can_be_set_anew()
    {
        var mutable =
            from type in typeof(Grader).Assembly.GetTypes()
            where !type.IsDefined(typeof(CompilerGeneratedAttribute)) && type.Namespace?.StartsWith("HitSongs", StringComparison.Ordinal) == true
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute))
            select $"{type.FullName}.{field.Name}";
        Assert.That(mutable, Is.Empty);
    }
}
