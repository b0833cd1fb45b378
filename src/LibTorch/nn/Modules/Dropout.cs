using TorchSharp.Modules;

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            /// <summary>While training, sets each element to 0 with probability <paramref name="p"/> and scales the others to make up for it.</summary>
            public static Dropout Dropout(double p = 0.5, bool inplace = false) => new(p, inplace);
        }
    }
}

namespace TorchSharp.Modules
{
    /// <summary>Drops elements at random while training.</summary>
    public sealed class Dropout : ParameterLessModule<torch.Tensor, torch.Tensor>
    {
        internal Dropout(double p, bool inplace)
            : base(nameof(Dropout))
        {
            if (p is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(p), p, "a dropout probability lies between 0 and 1");
            this.p = p;
            this.inplace = inplace;
        }

        /// <summary>The probability that an element is dropped.</summary>
        public double p { get; set; }

        public bool inplace { get; set; }

        public override torch.Tensor forward(torch.Tensor tensor) => torch.nn.functional.dropout(tensor, p, training, inplace);
    }
}
