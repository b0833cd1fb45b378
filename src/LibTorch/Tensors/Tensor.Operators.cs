namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public static Tensor operator -(Tensor tensor) => tensor.neg();
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        private static Tensor Divide(Scalar left, Tensor right)
        {
            ArgumentNullException.ThrowIfNull(left);
            using var reciprocal = right.reciprocal();
            return reciprocal.mul(left);
        }
    }
}
