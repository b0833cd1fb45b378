namespace TorchSharp;

public static partial class torch
{
    /// <summary>Comparisons element by element, which give a tensor of bool; <see cref="allclose"/> and <see cref="Equals(Tensor)"/> give one answer.</summary>
    public partial class Tensor
    {
        private static readonly Operator eqOp = new("eq", "Tensor"), eqScalarOp = new("eq", "Scalar"), eqInPlaceOp = new("eq_", "Tensor"), eqScalarInPlaceOp = new("eq_", "Scalar");
        private static readonly Operator neOp = new("ne", "Tensor"), neScalarOp = new("ne", "Scalar"), neInPlaceOp = new("ne_", "Tensor"), neScalarInPlaceOp = new("ne_", "Scalar");
        private static readonly Operator ltOp = new("lt", "Tensor"), ltScalarOp = new("lt", "Scalar"), ltInPlaceOp = new("lt_", "Tensor"), ltScalarInPlaceOp = new("lt_", "Scalar");
        private static readonly Operator leOp = new("le", "Tensor"), leScalarOp = new("le", "Scalar"), leInPlaceOp = new("le_", "Tensor"), leScalarInPlaceOp = new("le_", "Scalar");
        private static readonly Operator gtOp = new("gt", "Tensor"), gtScalarOp = new("gt", "Scalar"), gtInPlaceOp = new("gt_", "Tensor"), gtScalarInPlaceOp = new("gt_", "Scalar");
        private static readonly Operator geOp = new("ge", "Tensor"), geScalarOp = new("ge", "Scalar"), geInPlaceOp = new("ge_", "Tensor"), geScalarInPlaceOp = new("ge_", "Scalar");
        private static readonly Operator allcloseOp = new("allclose"), equalOp = new("equal"), iscloseOp = new("isclose");
        private static readonly Operator logicalAndOp = new("logical_and"), logicalOrOp = new("logical_or"), logicalXorOp = new("logical_xor"), logicalNotOp = new("logical_not");
        private static readonly Operator bitwiseAndOp = new("bitwise_and", "Tensor"), bitwiseOrOp = new("bitwise_or", "Tensor"), bitwiseXorOp = new("bitwise_xor", "Tensor"), bitwiseNotOp = new("bitwise_not");

        public static Tensor operator ==(Tensor left, Tensor right) => left.eq(right);
        public static Tensor operator ==(Tensor left, Scalar right) => left.eq(right);
        public static Tensor operator ==(Scalar left, Tensor right) => right.eq(left);
        public static Tensor operator !=(Tensor left, Tensor right) => left.ne(right);
        public static Tensor operator !=(Tensor left, Scalar right) => left.ne(right);
        public static Tensor operator !=(Scalar left, Tensor right) => right.ne(left);
        public static Tensor operator <(Tensor left, Tensor right) => left.lt(right);
        public static Tensor operator <(Tensor left, Scalar right) => left.lt(right);
        public static Tensor operator <(Scalar left, Tensor right) => right.gt(left);
        public static Tensor operator <=(Tensor left, Tensor right) => left.le(right);
        public static Tensor operator <=(Tensor left, Scalar right) => left.le(right);
        public static Tensor operator <=(Scalar left, Tensor right) => right.ge(left);
        public static Tensor operator >(Tensor left, Tensor right) => left.gt(right);
        public static Tensor operator >(Tensor left, Scalar right) => left.gt(right);
        public static Tensor operator >(Scalar left, Tensor right) => right.lt(left);
        public static Tensor operator >=(Tensor left, Tensor right) => left.ge(right);
        public static Tensor operator >=(Tensor left, Scalar right) => left.ge(right);
        public static Tensor operator >=(Scalar left, Tensor right) => right.le(left);
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);
        public static Tensor operator ~(Tensor left) => left.bitwise_not();

        public Tensor eq(Tensor target) => eqOp.Binary(this, target);
        public Tensor eq(Scalar target) => eqScalarOp.WithScalar(this, target);
        public Tensor eq_(Tensor target) => eqInPlaceOp.InPlace(this, this, target);
        public Tensor eq_(Scalar target) => eqScalarInPlaceOp.InPlace(this, this, target);
        public Tensor ne(Tensor target) => neOp.Binary(this, target);
        public Tensor ne(Scalar target) => neScalarOp.WithScalar(this, target);
        public Tensor ne_(Tensor target) => neInPlaceOp.InPlace(this, this, target);
        public Tensor ne_(Scalar target) => neScalarInPlaceOp.InPlace(this, this, target);
        public Tensor lt(Tensor target) => ltOp.Binary(this, target);
        public Tensor lt(Scalar target) => ltScalarOp.WithScalar(this, target);
        public Tensor lt_(Tensor target) => ltInPlaceOp.InPlace(this, this, target);
        public Tensor lt_(Scalar target) => ltScalarInPlaceOp.InPlace(this, this, target);
        public Tensor le(Tensor target) => leOp.Binary(this, target);
        public Tensor le(Scalar target) => leScalarOp.WithScalar(this, target);
        public Tensor le_(Tensor target) => leInPlaceOp.InPlace(this, this, target);
        public Tensor le_(Scalar target) => leScalarInPlaceOp.InPlace(this, this, target);
        public Tensor gt(Tensor target) => gtOp.Binary(this, target);
        public Tensor gt(Scalar target) => gtScalarOp.WithScalar(this, target);
        public Tensor gt_(Tensor target) => gtInPlaceOp.InPlace(this, this, target);
        public Tensor gt_(Scalar target) => gtScalarInPlaceOp.InPlace(this, this, target);
        public Tensor ge(Tensor target) => geOp.Binary(this, target);
        public Tensor ge(Scalar target) => geScalarOp.WithScalar(this, target);
        public Tensor ge_(Tensor target) => geInPlaceOp.InPlace(this, this, target);
        public Tensor ge_(Scalar target) => geScalarInPlaceOp.InPlace(this, this, target);

        /// <summary>The same as <see cref="eq(Tensor)"/>, as in TorchSharp; for one answer see <see cref="Equals(Tensor)"/>.</summary>
        public Tensor equal(Tensor target) => eq(target);
        public Tensor not_equal(Tensor target) => ne(target);
        public Tensor less(Tensor target) => lt(target);
        public Tensor less_equal(Tensor target) => le(target);
        public Tensor greater(Tensor target) => gt(target);
        public Tensor greater_equal(Tensor target) => ge(target);
        public Tensor isclose(Tensor other, double rtol = 1e-5, double atol = 1e-8, bool nanEqual = false) => iscloseOp.Call(this, other, rtol, atol, nanEqual);
        public Tensor logical_and(Tensor other) => logicalAndOp.Binary(this, other);
        public Tensor logical_or(Tensor other) => logicalOrOp.Binary(this, other);
        public Tensor logical_xor(Tensor other) => logicalXorOp.Binary(this, other);
        public Tensor logical_not() => logicalNotOp.Unary(this);
        public Tensor bitwise_and(Tensor other) => bitwiseAndOp.Binary(this, other);
        public Tensor bitwise_or(Tensor other) => bitwiseOrOp.Binary(this, other);
        public Tensor bitwise_xor(Tensor other) => bitwiseXorOp.Binary(this, other);
        public Tensor bitwise_not() => bitwiseNotOp.Unary(this);

        /// <summary>Whether every element differs by at most <paramref name="atol"/> + <paramref name="rtol"/> × |target|.</summary>
        public bool allclose(Tensor target, double rtol = 1e-5, double atol = 1e-8, bool equal_nan = false) =>
            allcloseOp.CallBool(this, NotNull(target), rtol, atol, equal_nan);

        /// <summary>Whether both have the same shape and the same elements.</summary>
        public bool Equals(Tensor? target) => target is not null && equalOp.CallBool(this, target);

        public override bool Equals(object? obj) => ReferenceEquals(this, obj) || (obj is Tensor other && Equals(other));

        // Of the object, not of the elements: they change.
        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

        private static Tensor NotNull(Tensor? tensor, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(tensor))] string? name = null) =>
            tensor ?? throw new ArgumentNullException(name);
    }
}
