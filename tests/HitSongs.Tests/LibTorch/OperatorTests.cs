using System.Reflection;
using NUnit.Framework;
using TorchSharp;

namespace HitSongs.Tests.LibTorch;

public class OperatorTests
{
    [Test]
    public void Every_operator_named_in_the_source_is_one_of_libtorch()
    {
        var operators = typeof(torch).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(Operator))
            .ToArray();
        Assert.That(operators, Has.Length.GreaterThan(200), "operators found by reflection");
        Assert.Multiple(() =>
        {
            foreach (var field in operators)
            {
                Assert.That(() => ((Operator)field.GetValue(null)!).Handle, Throws.Nothing, $"{field.DeclaringType}.{field.Name}");
            }
        });
    }
}
