namespace TorchSharp;

public static partial class torch
{
    /// <summary>What fills a tensor's own memory and returns the tensor.</summary>
    public partial class Tensor
    {
        private static readonly Operator zeroInPlaceOp = new("zero_"), fillInPlaceOp = new("fill_", "Scalar"), copyInPlaceOp = new("copy_");
        private static readonly Operator uniformInPlaceOp = new("uniform_"), normalInPlaceOp = new("normal_"), bernoulliInPlaceOp = new("bernoulli_", "float");
        private static readonly Operator randomInPlaceOp = new("random_", "from"), exponentialInPlaceOp = new("exponential_");

        public Tensor zero_() => zeroInPlaceOp.InPlace(this, this);
        public Tensor fill_(Scalar value) => fillInPlaceOp.InPlace(this, this, NotNull(value));
        public Tensor copy_(Tensor source, bool nonBlocking = false) => copyInPlaceOp.InPlace(this, this, NotNull(source), nonBlocking);
        public Tensor uniform_(double from, double to, Generator? generator = null) => uniformInPlaceOp.InPlace(this, this, from, to, generator);
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) => normalInPlaceOp.InPlace(this, this, mean, std, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => bernoulliInPlaceOp.InPlace(this, this, p, generator);
        public Tensor exponential_(double lambda = 1, Generator? generator = null) => exponentialInPlaceOp.InPlace(this, this, lambda, generator);

        /// <summary>Whole numbers from <paramref name="from"/> (in) to <paramref name="to"/> (out).</summary>
        public Tensor random_(long from, long to, Generator? generator = null) => randomInPlaceOp.InPlace(this, this, from, to, generator);
    }
}
