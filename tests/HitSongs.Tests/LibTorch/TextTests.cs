using NUnit.Framework;
using TorchSharp;
using static TorchSharp.torch;
using Style = TorchSharp.TensorStringStyle;

namespace HitSongs.Tests.LibTorch;

[NonParallelizable]
public sealed class TextTests
{
    [TearDown]
    public void Write_as_before() => set_printoptions(Style.Julia, "g5", newLine: Environment.NewLine, maxRows: 6, maxColumns: 6);

    [Test]
    public void The_style_that_is_set_holds_where_none_is_given()
    {
        using var x = tensor(new[] { 1f, 2.5f });
        torch.TensorStringStyle = numpy;
        Assert.Multiple(() =>
        {
            Assert.That(torch.TensorStringStyle, Is.EqualTo(Style.Numpy));
            Assert.That(x.str(), Is.EqualTo("[1, 2.5]"));
            Assert.That(x.ToString(Style.Default), Is.EqualTo("[1, 2.5]"));
            Assert.That(x.ToString(Style.Metadata), Is.EqualTo("[2], type = Float32, device = cpu"));
            Assert.That(x.ToString(csharp), Does.EndWith("value = {1, 2.5}"));
        });
    }

    [Test]
    public void Setting_the_default_style_to_itself_means_the_first_one()
    {
        torch.TensorStringStyle = Style.Default;
        Assert.That(torch.TensorStringStyle, Is.EqualTo(julia));
    }

    [Test]
    public void Digits_and_lengths_are_those_that_were_set()
    {
        set_printoptions(2, maxColumns: 3);
        using var x = arange(5, float32);
        Assert.That(x.ToString(Style.Numpy), Is.EqualTo("[0.00, 1.00, ..., 4.00]"));
        set_printoptions(1, sci_mode: true, maxRows: 2, newLine: "\n");
        Assert.That(x.reshape(5, 1).ToString(Style.Numpy), Is.EqualTo("[[0.0E+000],\n ...,\n [4.0E+000]]"));
    }

    [Test]
    public void What_is_written_of_nothing_of_one_and_of_no_number()
    {
        Assert.Multiple(() =>
        {
            Assert.That(zeros(0, 3).npstr(), Is.EqualTo("[]"));
            Assert.That(tensor(3).npstr(), Is.EqualTo("3"));
            Assert.That(tensor(new[] { float.NaN, float.PositiveInfinity }).npstr(), Is.EqualTo("[NaN, Infinity]"));
        });
    }

    [TestCase(ScalarType.Float16, 16, 0.0009765625, 65504)]
    [TestCase(ScalarType.BFloat16, 16, 0.0078125, 3.3895313892515355e38)]
    [TestCase(ScalarType.Float32, 32, 1.1920928955078125e-07, 3.4028234663852886e38)]
    [TestCase(ScalarType.ComplexFloat64, 64, 2.220446049250313e-16, 1.7976931348623157e308)]
    public void A_type_tells_what_it_can_hold_as_in_Python(ScalarType type, int bits, double eps, double max)
    {
        var info = finfo(type);
        Assert.Multiple(() =>
        {
            Assert.That((info.bits, info.eps, info.max, info.min), Is.EqualTo((bits, eps, max, -max)));
            Assert.That(info.tiny, Is.Positive.And.EqualTo(info.smallest_normal).And.LessThan(info.eps));
        });
    }

    [Test]
    public void Types_without_that_answer_are_refused()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => finfo(int64), Throws.ArgumentException.With.Message.Contains("Int64"));
            Assert.That(() => max_int_value(float32), Throws.ArgumentException.With.Message.Contains("Float32"));
            Assert.That(max_int_value(int16), Is.EqualTo(short.MaxValue));
            Assert.That(finfo().bits, Is.EqualTo(32));
        });
    }
}
