using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp
{
    /// <summary>Models for images. As TorchSharp has them in its package TorchVision.</summary>
    public static partial class torchvision
    {
        public static partial class models
        {
            /// <summary>ResNet-18, with Python's names for its state: [images, 3, height, width] to [images, classes].</summary>
            /// <param name="num_classes">How many classes there are.</param>
            /// <param name="weights_file">A state_dict saved here or by Python's torch.save; fresh weights when null.</param>
            /// <param name="skipfc">Leave the last layer out of it, because the classes are others.</param>
            /// <param name="device">Where the model goes.</param>
            public static ResNet resnet18(int num_classes = 1000, string? weights_file = null, bool skipfc = true, Device? device = null) =>
                new("ResNet18", isDeep: false, [2, 2, 2, 2], num_classes, weights_file, skipfc, device);

            /// <summary>ResNet-34.</summary>
            /// <inheritdoc cref="resnet18"/>
            public static ResNet resnet34(int num_classes = 1000, string? weights_file = null, bool skipfc = true, Device? device = null) =>
                new("ResNet34", isDeep: false, [3, 4, 6, 3], num_classes, weights_file, skipfc, device);

            /// <summary>ResNet-50.</summary>
            /// <inheritdoc cref="resnet18"/>
            public static ResNet resnet50(int num_classes = 1000, string? weights_file = null, bool skipfc = true, Device? device = null) =>
                new("ResNet50", isDeep: true, [3, 4, 6, 3], num_classes, weights_file, skipfc, device);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>A residual network.</summary>
    public sealed class ResNet : Module<Tensor, Tensor>
    {
        private const int FirstPlanes = 64;
        private readonly Conv2d conv1;
        private readonly BatchNorm2d bn1;
        private readonly Sequential layer1;
        private readonly Sequential layer2;
        private readonly Sequential layer3;
        private readonly Sequential layer4;
        private readonly Linear fc;

        internal ResNet(string name, bool isDeep, int[] blocks, int num_classes, string? weights_file, bool skipfc, Device? device)
            : base(name)
        {
            conv1 = Conv2d(3, FirstPlanes, 7, stride: 2, padding: 3, bias: false);
            bn1 = BatchNorm2d(FirstPlanes);
            long planes = FirstPlanes;
            layer1 = Layer(ref planes, FirstPlanes, blocks[0], 1, isDeep);
            layer2 = Layer(ref planes, FirstPlanes * 2, blocks[1], 2, isDeep);
            layer3 = Layer(ref planes, FirstPlanes * 4, blocks[2], 2, isDeep);
            layer4 = Layer(ref planes, FirstPlanes * 8, blocks[3], 2, isDeep);
            fc = Linear(planes, num_classes);
            RegisterComponents();
            foreach (var convolution in modules().OfType<Conv2d>()) init.kaiming_normal_(convolution.weight, 0, init.FanInOut.FanOut, init.NonlinearityType.ReLU);
            if (weights_file is not null) load(weights_file, skip: skipfc ? ["fc.weight", "fc.bias"] : null);
            if (device is not null) this.to(device);
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var x = functional.relu(bn1.call(conv1.call(input)));
            x = functional.max_pool2d(x, 3, 2, 1);
            x = layer4.call(layer3.call(layer2.call(layer1.call(x))));
            return fc.call(x.mean([2, 3])).MoveToOuterDisposeScope();
        }

        private static Sequential Layer(ref long planes, long width, int blocks, long stride, bool isDeep)
        {
            var parts = new List<Module<Tensor, Tensor>>();
            for (var i = 0; i < blocks; i++)
            {
                parts.Add(new ResidualBlock(planes, width, i == 0 ? stride : 1, isDeep));
                planes = isDeep ? width * ResidualBlock.Expansion : width;
            }
            return Sequential(parts);
        }
    }

    /// <summary>Two convolutions, or three of which the outer ones are narrow, around which the input is led past.</summary>
    internal sealed class ResidualBlock : Module<Tensor, Tensor>
    {
        public const long Expansion = 4;
        private readonly Conv2d conv1;
        private readonly BatchNorm2d bn1;
        private readonly Conv2d conv2;
        private readonly BatchNorm2d bn2;
        private readonly Conv2d? conv3;
        private readonly BatchNorm2d? bn3;
        private readonly Sequential? downsample;

        public ResidualBlock(long planes, long width, long stride, bool isDeep)
            : base(nameof(ResidualBlock))
        {
            var wide = isDeep ? width * Expansion : width;
            // As in Python the way past is made first: it decides which random numbers the others get.
            if (stride != 1 || planes != wide) downsample = Sequential(Conv2d(planes, wide, 1, stride: stride, bias: false), BatchNorm2d(wide));
            conv1 = isDeep ? Conv2d(planes, width, 1, bias: false) : Conv2d(planes, width, 3, stride: stride, padding: 1, bias: false);
            bn1 = BatchNorm2d(width);
            conv2 = Conv2d(width, width, 3, stride: isDeep ? stride : 1, padding: 1, bias: false);
            bn2 = BatchNorm2d(width);
            if (isDeep) (conv3, bn3) = (Conv2d(width, wide, 1, bias: false), BatchNorm2d(wide));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            var x = functional.relu(bn1.call(conv1.call(input)));
            x = bn2.call(conv2.call(x));
            if (conv3 is not null) x = bn3!.call(conv3.call(functional.relu(x)));
            return functional.relu(x.add(downsample?.call(input) ?? input));
        }
    }
}
