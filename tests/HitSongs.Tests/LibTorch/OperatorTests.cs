using System.Reflection;
using NUnit.Framework;
using TorchSharp;

namespace HitSongs.Tests.LibTorch;

public class OperatorTests
{
    [Test]
    public void Every_operator_named_in_the_source_is_one_of_libtorch()
    {
        const BindingFlags Own = BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        var types = typeof(torch).Assembly.GetTypes().Where(type => !type.ContainsGenericParameters).ToArray();
        var operators = types.SelectMany(type => type.GetProperties(Own)).Where(property => property.PropertyType == typeof(Operator))
            .Select(property => (Name: $"{property.DeclaringType}.{property.Name}", Value: (Operator?)property.GetValue(null)))
            .Concat(types.SelectMany(type => type.GetFields(Own)).Where(field => field.FieldType == typeof(Operator))
                .Select(field => (Name: $"{field.DeclaringType}.{field.Name}", Value: (Operator?)field.GetValue(null))))
            .ToArray();
        Assert.That(operators, Has.Length.GreaterThan(200), "operators found by reflection");
        Assert.Multiple(() =>
        {
            foreach (var (name, found) in operators)
            {
                Assert.That(() => found!.Handle, Throws.Nothing, name);
            }
        });
    }
}
