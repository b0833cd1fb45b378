namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private static readonly Operator addOp = new("add", "Tensor"), addScalarOp = new("add", "Scalar");
        private static readonly Operator addInPlaceOp = new("add_", "Tensor"), addScalarInPlaceOp = new("add_", "Scalar");
        private static readonly Operator subOp = new("sub", "Tensor"), subScalarOp = new("sub", "Scalar"), rsubOp = new("rsub", "Scalar");
        private static readonly Operator subInPlaceOp = new("sub_", "Tensor"), subScalarInPlaceOp = new("sub_", "Scalar");
        private static readonly Operator mulOp = new("mul", "Tensor"), mulScalarOp = new("mul", "Scalar");
        private static readonly Operator mulInPlaceOp = new("mul_", "Tensor"), mulScalarInPlaceOp = new("mul_", "Scalar");
        private static readonly Operator divOp = new("div", "Tensor"), divScalarOp = new("div", "Scalar");
        private static readonly Operator divModeOp = new("div", "Tensor_mode"), divScalarModeOp = new("div", "Scalar_mode");
        private static readonly Operator divInPlaceOp = new("div_", "Tensor_mode"), divScalarInPlaceOp = new("div_", "Scalar_mode");
        private static readonly Operator remainderOp = new("remainder", "Tensor"), remainderScalarOp = new("remainder", "Scalar");
        private static readonly Operator powOp = new("pow", "Tensor_Tensor"), powScalarOp = new("pow", "Tensor_Scalar");
        private static readonly Operator powInPlaceOp = new("pow_", "Tensor"), powScalarInPlaceOp = new("pow_", "Scalar");
        private static readonly Operator floorDivideOp = new("floor_divide"), floorDivideScalarOp = new("floor_divide", "Scalar");
        private static readonly Operator matmulOp = new("matmul"), mmOp = new("mm"), bmmOp = new("bmm"), mvOp = new("mv"), dotOp = new("dot"), outerOp = new("outer");
        private static readonly Operator addmmOp = new("addmm"), addcmulOp = new("addcmul"), addcdivOp = new("addcdiv");
        private static readonly Operator addcmulInPlaceOp = new("addcmul_"), addcdivInPlaceOp = new("addcdiv_");
        private static readonly Operator maximumOp = new("maximum"), minimumOp = new("minimum");
        private static readonly Operator clampOp = new("clamp"), clampTensorOp = new("clamp", "Tensor");
        private static readonly Operator clampInPlaceOp = new("clamp_"), clampTensorInPlaceOp = new("clamp_", "Tensor");

        public Tensor add(Tensor target) => addOp.WithAlpha(this, target, One);
        public Tensor add(Tensor target, Scalar alpha) => addOp.WithAlpha(this, target, alpha);
        public Tensor add(Scalar scalar) => addScalarOp.Call(this, NotNull(scalar));
        public Tensor add(Scalar scalar, Scalar alpha) => addScalarOp.Call(this, NotNull(scalar), NotNull(alpha));
        public Tensor add_(Tensor target) => addInPlaceOp.WithAlphaInPlace(this, target, One);
        public Tensor add_(Tensor target, Scalar alpha) => addInPlaceOp.WithAlphaInPlace(this, target, alpha);
        public Tensor add_(Scalar scalar) => addScalarInPlaceOp.InPlace(this, this, NotNull(scalar));
        public Tensor add_(Scalar scalar, Scalar alpha) => addScalarInPlaceOp.InPlace(this, this, NotNull(scalar), NotNull(alpha));

        public Tensor sub(Tensor target) => subOp.WithAlpha(this, target, One);
        public Tensor sub(Scalar target) => subScalarOp.Call(this, NotNull(target));
        public Tensor sub_(Tensor target) => subInPlaceOp.WithAlphaInPlace(this, target, One);
        public Tensor sub_(Scalar target) => subScalarInPlaceOp.InPlace(this, this, NotNull(target));
        public Tensor subtract(Tensor target) => sub(target);
        public Tensor subtract(Scalar target) => sub(target);

        public Tensor mul(Tensor target) => mulOp.Binary(this, target);
        public Tensor mul(Scalar target) => mulScalarOp.WithScalar(this, target);
        public Tensor mul_(Tensor target) => mulInPlaceOp.InPlace(this, this, NotNull(target));
        public Tensor mul_(Scalar target) => mulScalarInPlaceOp.InPlace(this, this, NotNull(target));
        public Tensor multiply(Tensor target) => mul(target);
        public Tensor multiply(Scalar target) => mul(target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? divOp.Binary(this, target) : divModeOp.Call(this, NotNull(target), rounding_mode.ToString());

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            rounding_mode == RoundingMode.None ? divScalarOp.WithScalar(this, target) : divScalarModeOp.Call(this, NotNull(target), rounding_mode.ToString());

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            divInPlaceOp.InPlace(this, this, NotNull(target), rounding_mode == RoundingMode.None ? Argument.None : rounding_mode.ToString());

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            divScalarInPlaceOp.InPlace(this, this, NotNull(target), rounding_mode == RoundingMode.None ? Argument.None : rounding_mode.ToString());

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);
        public Tensor floor_divide(Tensor other) => floorDivideOp.Binary(this, other);
        public Tensor floor_divide(Scalar other) => floorDivideScalarOp.WithScalar(this, other);
        public Tensor remainder(Tensor target) => remainderOp.Binary(this, target);
        public Tensor remainder(Scalar scalar) => remainderScalarOp.WithScalar(this, scalar);

        public Tensor pow(Tensor exponent) => powOp.Binary(this, exponent);
        public Tensor pow(Scalar exponent) => powScalarOp.WithScalar(this, exponent);
        public Tensor pow_(Tensor exponent) => powInPlaceOp.InPlace(this, this, NotNull(exponent));
        public Tensor pow_(Scalar exponent) => powScalarInPlaceOp.InPlace(this, this, NotNull(exponent));

        /// <summary>The matrix product, broadcasting over leading dimensions.</summary>
        public Tensor matmul(Tensor target) => matmulOp.Binary(this, target);

        public Tensor mm(Tensor target) => mmOp.Binary(this, target);
        public Tensor bmm(Tensor batch2) => bmmOp.Binary(this, batch2);
        public Tensor mv(Tensor target) => mvOp.Binary(this, target);
        public Tensor dot(Tensor target) => dotOp.Binary(this, target);
        public Tensor outer(Tensor vec2) => outerOp.Binary(this, vec2);
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => addmmOp.Call(this, mat1, mat2, beta, alpha);
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => addcmulOp.Call(this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => addcmulInPlaceOp.InPlace(this, this, tensor1, tensor2, value);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => addcdivOp.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, One);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => addcdivInPlaceOp.InPlace(this, this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => addcdiv_(tensor1, tensor2, One);

        public Tensor maximum(Tensor other) => maximumOp.Binary(this, other);
        public Tensor minimum(Tensor other) => minimumOp.Binary(this, other);

        /// <summary>Elements below <paramref name="min"/> become it, above <paramref name="max"/> that; null leaves a side open.</summary>
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => clampOp.Call(this, min, max);

        /// <inheritdoc cref="clamp(Scalar, Scalar)"/>
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => clampTensorOp.Call(this, min, max);

        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => clampInPlaceOp.InPlace(this, this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => clampTensorInPlaceOp.InPlace(this, this, min, max);
        public Tensor clamp_min(Scalar min) => clamp(min, (Scalar?)null);
        public Tensor clamp_max(Scalar max) => clamp((Scalar?)null, max);

        private static readonly Scalar One = 1L;

        private static Scalar NotNull(Scalar? scalar) => scalar ?? throw new ArgumentNullException(nameof(scalar));
    }
}
