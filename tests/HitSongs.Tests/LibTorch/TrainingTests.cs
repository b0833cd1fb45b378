using NUnit.Framework;
using static TorchSharp.torch;

namespace HitSongs.Tests.LibTorch;

public class TrainingTests
{
    [Test]
    public void A_small_network_learns_a_curve()
    {
        manual_seed(0);
        using var scope = NewDisposeScope();
        var x = linspace(-1, 1, 64).unsqueeze(1);
        var y = (x * 3).sin();
        using var model = nn.Sequential(nn.Linear(1, 16), nn.Tanh(), nn.Linear(16, 1));
        var loss = nn.MSELoss();
        using var optimizer = optim.Adam(model.parameters(), lr: 0.02);
        var before = loss.call(model.call(x), y).item<float>();
        for (var step = 0; step < 300; step++)
        {
            optimizer.zero_grad();
            loss.call(model.call(x), y).backward();
            optimizer.step();
        }
        var after = loss.call(model.call(x), y).item<float>();
        Assert.That(after, Is.LessThan(before / 100), "the loss after training, against before");
    }
}
