using NUnit.Framework;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class ResNetTests
{
    // Parameters and entries of the state_dict of Python's torchvision.
    [TestCase(18, 11_689_512, 122)]
    [TestCase(34, 21_797_672, 218)]
    [TestCase(50, 25_557_032, 320)]
    public void The_models_are_as_large_as_Pythons(int depth, long parameters, int entries)
    {
        using var scope = NewDisposeScope();
        using var model = Make(depth, 1000);
        Assert.That(model.parameters().Sum(parameter => parameter.numel()), Is.EqualTo(parameters));
        Assert.That(model.state_dict(), Has.Count.EqualTo(entries));
    }

    [Test]
    public void The_names_are_Pythons()
    {
        using var model = torchvision.models.resnet18();
        using var deep = torchvision.models.resnet50();
        Assert.That(model.state_dict().Keys, Is.SupersetOf((string[])
        [
            "conv1.weight", "bn1.running_mean", "bn1.num_batches_tracked", "layer1.0.conv1.weight", "layer1.1.bn2.bias", "layer2.0.downsample.0.weight",
            "layer2.0.downsample.1.running_var", "layer4.1.conv2.weight", "fc.weight", "fc.bias",
        ]));
        Assert.That(model.state_dict().Keys, Has.No.Member("layer1.0.downsample.0.weight"));
        Assert.That(deep.state_dict().Keys, Is.SupersetOf((string[])["layer1.0.downsample.0.weight", "layer4.2.conv3.weight", "layer3.5.bn3.weight"]));
    }

    [Test]
    public void Images_become_classes_and_every_weight_gets_a_gradient()
    {
        using var scope = NewDisposeScope();
        manual_seed(2);
        using var model = torchvision.models.resnet18(num_classes: 5);
        var result = model.call(randn(2, 3, 64, 64));
        Assert.That(result.shape, Is.EqualTo(new[] { 2, 5 }));
        result.sum().backward();
        Assert.That(model.parameters().Select(parameter => parameter.grad), Has.None.Null);
    }

    [Test]
    public void Weights_from_a_file_give_the_same_results_and_the_last_layer_can_be_left_out()
    {
        using var scope = NewDisposeScope();
        var file = Path.Combine(TestContext.CurrentContext.WorkDirectory, TestContext.CurrentContext.Test.ID + ".pt");
        manual_seed(2);
        using var model = torchvision.models.resnet18(num_classes: 5);
        model.save(file);
        using var same = torchvision.models.resnet18(5, file, skipfc: false);
        using var other = torchvision.models.resnet18(7, file);
        File.Delete(file);
        foreach (var one in new[] { model, same, other }) one.eval();
        var images = randn(1, 3, 64, 64);
        Assert.That(same.call(images).data<float>().ToArray(), Is.EqualTo(model.call(images).data<float>().ToArray()));
        Assert.That(other.call(images).shape, Is.EqualTo(new[] { 1, 7 }));
        Assert.That(other.state_dict()["layer3.0.conv1.weight"].data<float>().ToArray(), Is.EqualTo(model.state_dict()["layer3.0.conv1.weight"].data<float>().ToArray()));
    }

    private static ResNet Make(int depth, int classes) => depth switch
    {
        18 => torchvision.models.resnet18(classes),
        34 => torchvision.models.resnet34(classes),
        _ => torchvision.models.resnet50(classes),
    };
}
