namespace TorchSharp;

public static partial class torch
{
    /// <summary>Functions of each element on its own. A trailing underscore changes the tensor itself and returns it.</summary>
    public partial class Tensor
    {
        private static readonly Operator absOp = new("abs"), absInPlaceOp = new("abs_");
        private static readonly Operator negOp = new("neg"), negInPlaceOp = new("neg_");
        private static readonly Operator expOp = new("exp"), expInPlaceOp = new("exp_");
        private static readonly Operator exp2Op = new("exp2"), exp2InPlaceOp = new("exp2_");
        private static readonly Operator expm1Op = new("expm1"), expm1InPlaceOp = new("expm1_");
        private static readonly Operator logOp = new("log"), logInPlaceOp = new("log_");
        private static readonly Operator log2Op = new("log2"), log2InPlaceOp = new("log2_");
        private static readonly Operator log10Op = new("log10"), log10InPlaceOp = new("log10_");
        private static readonly Operator log1pOp = new("log1p"), log1pInPlaceOp = new("log1p_");
        private static readonly Operator sqrtOp = new("sqrt"), sqrtInPlaceOp = new("sqrt_");
        private static readonly Operator rsqrtOp = new("rsqrt"), rsqrtInPlaceOp = new("rsqrt_");
        private static readonly Operator squareOp = new("square"), squareInPlaceOp = new("square_");
        private static readonly Operator reciprocalOp = new("reciprocal"), reciprocalInPlaceOp = new("reciprocal_");
        private static readonly Operator sinOp = new("sin"), sinInPlaceOp = new("sin_");
        private static readonly Operator cosOp = new("cos"), cosInPlaceOp = new("cos_");
        private static readonly Operator tanOp = new("tan"), tanInPlaceOp = new("tan_");
        private static readonly Operator asinOp = new("asin"), asinInPlaceOp = new("asin_");
        private static readonly Operator acosOp = new("acos"), acosInPlaceOp = new("acos_");
        private static readonly Operator atanOp = new("atan"), atanInPlaceOp = new("atan_");
        private static readonly Operator sinhOp = new("sinh"), sinhInPlaceOp = new("sinh_");
        private static readonly Operator coshOp = new("cosh"), coshInPlaceOp = new("cosh_");
        private static readonly Operator tanhOp = new("tanh"), tanhInPlaceOp = new("tanh_");
        private static readonly Operator sigmoidOp = new("sigmoid"), sigmoidInPlaceOp = new("sigmoid_");
        private static readonly Operator reluOp = new("relu"), reluInPlaceOp = new("relu_");
        private static readonly Operator erfOp = new("erf"), erfInPlaceOp = new("erf_");
        private static readonly Operator floorOp = new("floor"), floorInPlaceOp = new("floor_");
        private static readonly Operator ceilOp = new("ceil"), ceilInPlaceOp = new("ceil_");
        private static readonly Operator signOp = new("sign"), signInPlaceOp = new("sign_");
        private static readonly Operator truncOp = new("trunc"), truncInPlaceOp = new("trunc_");
        private static readonly Operator roundOp = new("round", "decimals"), roundInPlaceOp = new("round_", "decimals");
        private static readonly Operator isnanOp = new("isnan"), isinfOp = new("isinf"), isfiniteOp = new("isfinite");
        private static readonly Operator geluOp = new("gelu"), leakyReluOp = new("leaky_relu"), logSigmoidOp = new("log_sigmoid"), siluOp = new("silu");
        private static readonly Operator softmaxOp = new("softmax", "int"), logSoftmaxOp = new("log_softmax", "int");

        public Tensor abs() => absOp.Unary(this);
        public Tensor neg() => negOp.Unary(this);
        public Tensor exp() => expOp.Unary(this);
        public Tensor exp2() => exp2Op.Unary(this);
        public Tensor expm1() => expm1Op.Unary(this);
        public Tensor log() => logOp.Unary(this);
        public Tensor log2() => log2Op.Unary(this);
        public Tensor log10() => log10Op.Unary(this);
        public Tensor log1p() => log1pOp.Unary(this);
        public Tensor sqrt() => sqrtOp.Unary(this);
        public Tensor rsqrt() => rsqrtOp.Unary(this);
        public Tensor square() => squareOp.Unary(this);
        public Tensor reciprocal() => reciprocalOp.Unary(this);
        public Tensor sin() => sinOp.Unary(this);
        public Tensor cos() => cosOp.Unary(this);
        public Tensor tan() => tanOp.Unary(this);
        public Tensor asin() => asinOp.Unary(this);
        public Tensor acos() => acosOp.Unary(this);
        public Tensor atan() => atanOp.Unary(this);
        public Tensor sinh() => sinhOp.Unary(this);
        public Tensor cosh() => coshOp.Unary(this);
        public Tensor tanh() => tanhOp.Unary(this);
        public Tensor sigmoid() => sigmoidOp.Unary(this);
        public Tensor relu() => reluOp.Unary(this);
        public Tensor erf() => erfOp.Unary(this);
        public Tensor floor() => floorOp.Unary(this);
        public Tensor ceil() => ceilOp.Unary(this);
        public Tensor sign() => signOp.Unary(this);
        public Tensor trunc() => truncOp.Unary(this);

        public Tensor abs_() => absInPlaceOp.InPlace(this, this);
        public Tensor neg_() => negInPlaceOp.InPlace(this, this);
        public Tensor exp_() => expInPlaceOp.InPlace(this, this);
        public Tensor exp2_() => exp2InPlaceOp.InPlace(this, this);
        public Tensor expm1_() => expm1InPlaceOp.InPlace(this, this);
        public Tensor log_() => logInPlaceOp.InPlace(this, this);
        public Tensor log2_() => log2InPlaceOp.InPlace(this, this);
        public Tensor log10_() => log10InPlaceOp.InPlace(this, this);
        public Tensor log1p_() => log1pInPlaceOp.InPlace(this, this);
        public Tensor sqrt_() => sqrtInPlaceOp.InPlace(this, this);
        public Tensor rsqrt_() => rsqrtInPlaceOp.InPlace(this, this);
        public Tensor square_() => squareInPlaceOp.InPlace(this, this);
        public Tensor reciprocal_() => reciprocalInPlaceOp.InPlace(this, this);
        public Tensor sin_() => sinInPlaceOp.InPlace(this, this);
        public Tensor cos_() => cosInPlaceOp.InPlace(this, this);
        public Tensor tan_() => tanInPlaceOp.InPlace(this, this);
        public Tensor asin_() => asinInPlaceOp.InPlace(this, this);
        public Tensor acos_() => acosInPlaceOp.InPlace(this, this);
        public Tensor atan_() => atanInPlaceOp.InPlace(this, this);
        public Tensor sinh_() => sinhInPlaceOp.InPlace(this, this);
        public Tensor cosh_() => coshInPlaceOp.InPlace(this, this);
        public Tensor tanh_() => tanhInPlaceOp.InPlace(this, this);
        public Tensor sigmoid_() => sigmoidInPlaceOp.InPlace(this, this);
        public Tensor relu_() => reluInPlaceOp.InPlace(this, this);
        public Tensor erf_() => erfInPlaceOp.InPlace(this, this);
        public Tensor floor_() => floorInPlaceOp.InPlace(this, this);
        public Tensor ceil_() => ceilInPlaceOp.InPlace(this, this);
        public Tensor sign_() => signInPlaceOp.InPlace(this, this);
        public Tensor trunc_() => truncInPlaceOp.InPlace(this, this);

        public Tensor absolute() => abs();
        public Tensor negative() => neg();
        public Tensor round(long decimals = 0) => roundOp.Call(this, decimals);
        public Tensor round_(long decimals = 0) => roundInPlaceOp.InPlace(this, this, decimals);
        public Tensor isnan() => isnanOp.Unary(this);
        public Tensor isinf() => isinfOp.Unary(this);
        public Tensor isfinite() => isfiniteOp.Unary(this);
        public Tensor gelu() => geluOp.Call(this);
        public Tensor silu() => siluOp.Unary(this);
        public Tensor log_sigmoid() => logSigmoidOp.Unary(this);
        public Tensor leaky_relu(Scalar negative_slope) => leakyReluOp.WithScalar(this, negative_slope);

        /// <summary>Exponentials along <paramref name="dim"/>, scaled to add up to 1.</summary>
        public Tensor softmax(long dim, ScalarType? dtype = null) => softmaxOp.Call(this, dim, dtype);

        /// <summary>The logarithm of <see cref="softmax"/>, without its loss of precision.</summary>
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => logSoftmaxOp.Call(this, dim, dtype);
    }
}
