using TorchSharp.Modules;
using static TorchSharp.torch;

namespace HitSongs.Benchmarks.Torch;

/// <summary>ResNet-18 on one picture of 224 × 224.</summary>
internal static class ResNet
{
    public static Action<int> Forward()
    {
        manual_seed(0);
        var model = nn.Sequential(
            nn.Conv2d(3, 64, 7, 2, 3, bias: false), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
            new Block(64, 64, 1), new Block(64, 64, 1), new Block(64, 128, 2), new Block(128, 128, 1),
            new Block(128, 256, 2), new Block(256, 256, 1), new Block(256, 512, 2), new Block(512, 512, 1),
            nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000));
        model.eval();
        var picture = randn(1, 3, 224, 224);
        return times =>
        {
            using var mode = no_grad();
            for (var i = 0; i < times; i++)
            {
                using var scope = NewDisposeScope();
                model.call(picture);
            }
        };
    }

    private sealed class Block : nn.Module<Tensor, Tensor>
    {
        private readonly Sequential body;
        private readonly Sequential shortcut;

        public Block(long from, long to, long stride)
            : base(nameof(Block))
        {
            body = nn.Sequential(
                nn.Conv2d(from, to, 3, stride, 1, bias: false), nn.BatchNorm2d(to), nn.ReLU(), nn.Conv2d(to, to, 3, 1, 1, bias: false), nn.BatchNorm2d(to));
            shortcut = from == to && stride == 1 ? nn.Sequential() : nn.Sequential(nn.Conv2d(from, to, 1, stride, bias: false), nn.BatchNorm2d(to));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => nn.functional.relu(body.call(input) + shortcut.call(input));
    }
}
