"""Writes what PyTorch 1.13.1 computes into Expectations/*.json, beside this file. The tests read those files; they need no Python.

    sudo apt-get install --no-install-recommends python3-torch
    /usr/bin/python3 tests/HitSongs.Tests/LibTorch/Parity/make_expectations.py

One entry a case: the name of each observed value, then "type[sizes]:" and its elements, floating-point numbers as the bits of each
in hexadecimal, one after the other, and everything else in decimal. Inputs are drawn by torch.randn from seeds 1, 2, ..., which the
tests draw too; a result that is not a scalar is weighted by a draw from seed 99 and summed before the backward pass.
"""
import inspect
import json
import os
import platform
import re
import struct
import sys

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn import init

torch.set_num_threads(1)
FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Expectations")
files = {}


def text(tensor):
    kind = str(tensor.dtype).replace("torch.", "")
    sizes = ",".join(str(size) for size in tensor.shape)
    values = tensor.detach().contiguous().reshape(-1).tolist()
    if kind in ("float32", "float64"):
        form = ">f" if kind == "float32" else ">d"
        return f"{kind}[{sizes}]:" + "".join(struct.pack(form, value).hex() for value in values)
    return f"{kind}[{sizes}]:" + " ".join(str(int(value)) for value in values)


def record(file, name, **values):
    cases = files.setdefault(file, {})
    assert name not in cases, name
    cases[name] = {key.replace("__", " "): text(value) for key, value in values.items() if value is not None}


def draws(shapes, dtype=torch.float32):
    inputs = []
    for seed, shape in enumerate(shapes, 1):
        torch.manual_seed(seed)
        inputs.append(torch.randn(*shape, requires_grad=True, dtype=dtype))
    return inputs


def backward(outputs):
    total = 0
    for position, output in enumerate(outputs):
        torch.manual_seed(99 + position)
        total = total + (output * torch.randn(output.shape, dtype=output.dtype)).sum()
    total.backward()


def gradients(file, name, function, *shapes):
    inputs = draws(shapes)
    value = function(*inputs)
    backward([value])
    record(file, name, value=value, **{f"gradient__{i}": x.grad for i, x in enumerate(inputs, 1)})


def values(file, name, function, *shapes):
    with torch.no_grad():
        results = function(*draws(shapes))
    results = results if isinstance(results, (tuple, list)) else [results]
    record(file, name, **{f"value__{i}": x for i, x in enumerate(results, 1)})


def positive(x):
    return x.abs() + 0.5


def invertible(x):
    return x + 3 * torch.eye(x.shape[-1])


def symmetric(x):
    return x.matmul(x.transpose(-2, -1)) + torch.eye(x.shape[-1])


# ---------------------------------------------------------------------------------------------------------------- operators

def operators():
    index = torch.tensor([[0, 2, 1], [1, 1, 0]])
    rows = torch.tensor([2, 0, 2])

    def g(name, function, *shapes):
        gradients("operators", name, function, *shapes)

    def v(name, function, *shapes):
        values("operators", name, function, *shapes)

    m = (4, 3)
    g("exp", lambda x: x.exp(), m)
    g("log", lambda x: positive(x).log(), m)
    g("sqrt", lambda x: positive(x).sqrt(), m)
    g("rsqrt", lambda x: positive(x).rsqrt(), m)
    g("sin", lambda x: x.sin(), m)
    g("cos", lambda x: x.cos(), (5, 7))
    g("tan", lambda x: x.tan(), m)
    g("atan", lambda x: x.atan(), m)
    g("tanh", lambda x: x.tanh(), (5, 7))
    g("sigmoid", lambda x: x.sigmoid(), (5, 7))
    g("erf", lambda x: x.erf(), m)
    g("expm1", lambda x: x.expm1(), m)
    g("log1p", lambda x: positive(x).log1p(), m)
    g("abs", lambda x: x.abs(), m)
    g("reciprocal", lambda x: positive(x).reciprocal(), m)
    g("lgamma", lambda x: positive(x).lgamma(), m)
    g("relu", lambda x: x.relu(), m)
    g("clamp", lambda x: x.clamp(-0.5, 0.8), m)
    g("pow scalar", lambda x: x.pow(3), m)
    g("pow tensor", lambda x, y: positive(x).pow(y), m, m)
    g("softmax", lambda x: x.softmax(1), (3, 17))
    g("log_softmax", lambda x: x.log_softmax(0), (3, 17))
    g("add with alpha", lambda x, y: torch.add(x, y, alpha=2.5), m, (3,))
    g("broadcast division", lambda x, y: (x + y) / (y * y + 1.0), m, (3,))
    g("atan2", lambda x, y: x.atan2(y), m, m)
    g("maximum", lambda x, y: x.maximum(y), m, m)
    g("lerp", lambda x, y, w: x.lerp(y, w), m, m, m)
    g("addcmul", lambda x, y, z: x.addcmul(y, z, value=0.5), m, m, m)
    g("where", lambda x, y: torch.where(x > y, x * 2, y), m, m)
    g("matmul", lambda x, y: x.matmul(y.t()).relu(), m, m)
    g("matmul large", lambda x, y: x.matmul(y).mean(1), (33, 47), (47, 29))
    g("bmm", lambda x, y: x.bmm(y), (2, 3, 4), (2, 4, 5))
    g("mv", lambda x, y: x.mv(y), (4, 3), (3,))
    g("dot", lambda x, y: x.dot(y), (19,), (19,))
    g("outer", lambda x, y: x.outer(y), (4,), (3,))
    g("addmm", lambda x, y, z: x.addmm(y, z, beta=0.5, alpha=2.0), (4, 5), (4, 3), (3, 5))
    g("baddbmm", lambda x, y, z: x.baddbmm(y, z), (2, 4, 5), (2, 4, 3), (2, 3, 5))
    g("einsum", lambda x, y: torch.einsum("bij,bjk->bik", x, y), (2, 3, 4), (2, 4, 5))
    g("einsum diagonal", lambda x, y: torch.einsum("ii,ij->j", x, y), (4, 4), (4, 3))
    g("kron", lambda x, y: x.kron(y), (2, 3), (2, 2))
    g("sum of a dimension", lambda x: x.sum(1, keepdim=True), (5, 33))
    g("mean of dimensions", lambda x: x.mean([0, 2]), (3, 4, 5))
    g("prod", lambda x: x.prod(1), m)
    g("var", lambda x: x.var(1), (4, 9))
    g("std", lambda x: x.std(), (4, 9))
    g("norm", lambda x: x.pow(3).norm(), m)
    g("logsumexp", lambda x: x.logsumexp(1), m)
    g("cumsum", lambda x: x.cumsum(0), (5, 6))
    g("cumprod", lambda x: x.cumprod(1), (5, 6))
    g("logcumsumexp", lambda x: x.logcumsumexp(1), (5, 6))
    g("amax", lambda x: x.amax([1]), m)
    g("max of a dimension", lambda x: x.max(1)[0], m)
    g("median", lambda x: x.median(), m)
    g("sort", lambda x: x.sort(1, descending=True)[0], (3, 7))
    g("topk", lambda x: x.topk(3, 1)[0], (3, 7))
    g("kthvalue", lambda x: x.kthvalue(2, 1)[0], (3, 7))
    g("cat", lambda x, y: torch.cat([x, y], 0).tanh().sum(1).pow(2), m, m)
    g("stack", lambda x, y: torch.stack([x, y, x], 1), m, m)
    g("split", lambda x: x.split(2, 1)[1] * x.chunk(3, 1)[0], (3, 6))
    g("permute", lambda x: x.permute(2, 0, 1).reshape(5, 12).t(), (3, 4, 5))
    g("expand", lambda x: x.unsqueeze(1).expand(4, 2, 3), m)
    g("repeat", lambda x: x.repeat(2, 3), (2, 3))
    g("flip and roll", lambda x: x.flip(0) * x.roll(1, 1), m)
    g("tril", lambda x: x.tril(-1) + x.triu(1) * 2, (4, 4))
    g("unfold of a dimension", lambda x: x.unfold(0, 3, 2), (7, 2))
    g("diagonal", lambda x: x.diagonal(1) * 3, (4, 4))
    g("gather", lambda x: x.gather(0, index), m)
    g("scatter_add", lambda x, y: x.scatter_add(0, index, y), m, (2, 3))
    g("index_select", lambda x: x.index_select(0, rows), m)
    g("index_add", lambda x, y: x.index_add(0, rows, y, alpha=0.5), m, (3, 3))
    g("index by slices", lambda x: x[1:4:2, :, -1] * x[..., 0, 0:1].sum(), (5, 2, 3))
    g("index by tensor", lambda x: x[rows, 1], m)
    g("index by mask", lambda x: x[x > 0] * 2, m)
    g("masked_fill", lambda x: x.masked_fill(x < 0, -2.0).exp(), m)
    g("take_along_dim", lambda x: x.take_along_dim(index, 0), m)
    g("double backward", lambda x: torch.autograd.grad([x.pow(4).sum()], [x], create_graph=True)[0].pow(2), (5,))
    v("indices of sort and topk", lambda x: [x.sort(1)[1], x.topk(2, 1, False)[1], x.argsort(0), x.argmax(1), x.argmin()], (3, 7))
    v("comparison", lambda x, y: [x > y, x.le(y), x.sign(), (x > 0).logical_and(y > 0), x.isnan()], m, m)
    v("rounding", lambda x: [(x * 3).floor(), (x * 3).ceil(), (x * 3).round(), (x * 3).trunc(), (x * 3).frac(), (x * 3).fmod(2), (x * 3).remainder(2)], m)
    v("nonzero", lambda x: [(x > 0).nonzero(), (x > 0).sum(), (x > 0).any(1), (x > 0).all(0)], m)
    v("histogram", lambda x: [x.histc(6, -3, 3), torch.bincount((x.abs() * 3).long().reshape(-1))], (5, 6))
    v("searchsorted", lambda x, y: torch.searchsorted(x.sort()[0], y), (9,), (5,))
    v("unique", lambda x: torch.unique((x * 2).long(), return_inverse=True, return_counts=True), (5, 6))
    v("conversions", lambda x: [(x * 100).to(torch.int32), x.double(), x > 0, (x * 10).long(), x.half().float(), x.bfloat16().float()], m)
    v("fft", lambda x: [torch.view_as_real(torch.fft.rfft(x)), torch.fft.ifft(torch.fft.fft(x)).real], (3, 10))

    g("inverse", lambda x: torch.linalg.inv(invertible(x)), (4, 4))
    g("determinant", lambda x: torch.linalg.det(invertible(x)), (4, 4))
    g("slogdet", lambda x: torch.linalg.slogdet(invertible(x))[1], (4, 4))
    g("solve", lambda x, y: torch.linalg.solve(invertible(x), y), (4, 4), (4, 2))
    g("cholesky", lambda x: torch.linalg.cholesky(symmetric(x)), (4, 4))
    g("qr", lambda x: torch.linalg.qr(x)[1], (5, 3))
    g("eigenvalues", lambda x: torch.linalg.eigvalsh(symmetric(x)), (4, 4))
    g("singular values", lambda x: torch.linalg.svdvals(x), (5, 3))
    g("pinv", lambda x: torch.linalg.pinv(x), (5, 3))
    g("matrix_exp", lambda x: torch.linalg.matrix_exp(x), (3, 3))
    g("vector_norm", lambda x: torch.linalg.vector_norm(x, 3.0), (4, 3))
    v("svd", lambda x: torch.linalg.svd(x, False), (5, 3))
    v("eigh", lambda x: torch.linalg.eigh(symmetric(x)), (4, 4))
    v("lstsq", lambda x, y: torch.linalg.lstsq(x, y)[0], (6, 3), (6, 2))


def functions():
    def g(name, function, *shapes):
        gradients("functions", name, function, *shapes)

    m = (4, 3)
    g("conv1d", lambda x, w, b: F.conv1d(x, w, b, stride=2, padding=1), (2, 3, 9), (4, 3, 3), (4,))
    g("conv2d", lambda x, w: F.conv2d(x, w, None, 1, 1, 1, 1), (2, 3, 6, 6), (4, 3, 3, 3))
    g("conv2d grouped", lambda x, w, b: F.conv2d(x, w, b, (2, 1), (1, 2), (1, 2), 2), (2, 4, 7, 7), (6, 2, 3, 3), (6,))
    g("conv3d", lambda x, w: F.conv3d(x, w), (1, 2, 4, 4, 4), (3, 2, 2, 2, 2))
    g("conv_transpose2d", lambda x, w, b: F.conv_transpose2d(x, w, b, 2, 1, 1), (2, 3, 4, 4), (3, 2, 3, 3), (2,))
    g("conv2d, batch_norm", lambda x, w: F.batch_norm(F.conv2d(x, w, None, 1, 1, 1, 1), None, None, None, None, True).abs().sqrt(), (2, 3, 6, 6), (4, 3, 3, 3))
    g("max_pool1d", lambda x: F.max_pool1d(x, 3, 2), (2, 3, 9))
    g("max_pool2d", lambda x: F.max_pool2d(x, 3, 2, 1), (2, 3, 7, 7))
    g("avg_pool2d", lambda x: F.avg_pool2d(x, 2), (2, 3, 6, 6))
    g("adaptive_avg_pool2d", lambda x: F.adaptive_avg_pool2d(x, (2, 3)), (2, 3, 7, 7))
    g("adaptive_max_pool2d", lambda x: F.adaptive_max_pool2d(x, (2, 3)), (2, 3, 7, 7))
    g("layer_norm", lambda x, w, b: F.layer_norm(x, (6,), w, b), (4, 6), (6,), (6,))
    g("group_norm", lambda x, w, b: F.group_norm(x, 2, w, b), (3, 4, 5), (4,), (4,))
    g("instance_norm", lambda x: F.instance_norm(x), (3, 4, 5))
    g("local_response_norm", lambda x: F.local_response_norm(x, 3), (2, 5, 4))
    g("normalize", lambda x: F.normalize(x), m)
    g("linear", lambda x, w, b: F.linear(x, w, b), (5, 4), (3, 4), (3,))
    g("bilinear", lambda x, y, w: F.bilinear(x, y, w), (5, 4), (5, 3), (2, 4, 3))
    g("cosine_similarity", lambda x, y: F.cosine_similarity(x, y), m, m)
    g("pairwise_distance", lambda x, y: F.pairwise_distance(x, y), m, m)
    g("cdist", lambda x, y: torch.cdist(x, y), (4, 3), (5, 3))
    g("interpolate bilinear", lambda x: F.interpolate(x, (5, 7), mode="bilinear", align_corners=False), (1, 2, 3, 4))
    g("interpolate nearest", lambda x: F.interpolate(x, scale_factor=(2.0, 2.0)), (1, 2, 3, 4))
    g("grid_sample", lambda x, y: F.grid_sample(x, y.tanh(), align_corners=False), (1, 2, 4, 4), (1, 3, 3, 2))
    g("pixel_shuffle", lambda x: F.pixel_shuffle(x, 2), (1, 8, 2, 3))
    g("unfold and fold", lambda x: F.fold(F.unfold(x, 2) * 2, (4, 4), 2), (1, 2, 4, 4))
    g("pad constant", lambda x: F.pad(x, (1, 2), value=0.5), (2, 3, 4))
    g("pad reflect", lambda x: F.pad(x, (1, 2), mode="reflect"), (2, 3, 4))
    for name, function in [
        ("elu", lambda x: F.elu(x, 0.7)), ("selu", F.selu), ("celu", lambda x: F.celu(x, 0.7)), ("gelu", F.gelu), ("silu", F.silu), ("mish", F.mish),
        ("softplus", F.softplus), ("softsign", F.softsign), ("hardtanh", F.hardtanh), ("hardswish", F.hardswish), ("hardsigmoid", F.hardsigmoid),
        ("leaky_relu", lambda x: F.leaky_relu(x, 0.2)), ("logsigmoid", F.logsigmoid), ("softshrink", F.softshrink), ("hardshrink", F.hardshrink),
        ("tanhshrink", F.tanhshrink), ("relu6", lambda x: F.relu6(x * 5)), ("glu", lambda x: F.glu(x, 0)), ("threshold", lambda x: F.threshold(x, 0.1, 2.0)),
    ]:
        g(name, function, m)
    g("prelu", lambda x, w: F.prelu(x, w), m, (3,))
    values("functions", "one_hot", lambda x: F.one_hot(torch.tensor([0, 3, 1]), 5), (1,))


# ------------------------------------------------------------------------------------------------------------------ signals

def signals():
    """Windows, Fourier transforms of pieces, histograms, and factorizations with all they give."""
    def g(name, function, *shapes):
        gradients("signals", name, function, *shapes)

    def v(name, function, *shapes):
        values("signals", name, function, *shapes)

    wide = torch.float64
    v("bartlett_window", lambda x: [torch.bartlett_window(16), torch.bartlett_window(9, False), torch.bartlett_window(8, dtype=wide)], (1,))
    v("blackman_window", lambda x: [torch.blackman_window(16), torch.blackman_window(9, False), torch.blackman_window(8, dtype=wide)], (1,))
    v("hamming_window", lambda x: [torch.hamming_window(16), torch.hamming_window(9, False, 0.5, 0.5), torch.hamming_window(8, dtype=wide)], (1,))
    v("hann_window", lambda x: [torch.hann_window(16), torch.hann_window(9, False), torch.hann_window(1), torch.hann_window(8, dtype=wide)], (1,))
    v("kaiser_window", lambda x: [torch.kaiser_window(16), torch.kaiser_window(9, False, 4.0), torch.kaiser_window(8, dtype=wide)], (1,))
    window = torch.hann_window(16)
    g("stft", lambda x: torch.view_as_real(torch.stft(x, 16, 4, 16, window, return_complex=True)), (2, 64))
    g("stft of whole pieces, two-sided and normalized",
      lambda x: torch.view_as_real(torch.stft(x, 16, center=False, normalized=True, onesided=False, return_complex=True)), (40,))
    g("stft padded with zeros", lambda x: torch.stft(x, 8, 2, 6, pad_mode="constant", return_complex=False), (30,))
    g("istft", lambda x: torch.istft(torch.stft(x, 16, 4, 16, window, return_complex=True), 16, 4, 16, window), (2, 64))
    g("istft of a length", lambda x: torch.istft(torch.stft(x, 16, return_complex=True), 16, length=50), (64,))
    v("histogram", lambda x: torch.histogram(x, 5), (40,))
    v("histogram within bounds", lambda x: torch.histogram(x, 4, range=(-1.0, 1.0)), (40,))
    v("histogram weighted, as a density", lambda x, w: torch.histogram(x, 6, range=(-2.0, 2.0), weight=w.abs(), density=True), (40,), (40,))
    v("histogram of given edges", lambda x: torch.histogram(x, torch.tensor([-2.0, -0.5, 0.0, 0.1, 3.0])), (40,))
    v("lu with infos", lambda x: torch.lu(x, get_infos=True), (2, 4, 4))
    g("lu_factor", lambda x: torch.linalg.lu_factor(x)[0], (4, 4))
    v("pivots of lu_factor", lambda x: torch.linalg.lu_factor(x), (3, 5, 4))
    v("linalg.lu", lambda x: torch.linalg.lu(x), (4, 3))
    g("lu_solve", lambda x, y: torch.linalg.lu_solve(*torch.linalg.lu_factor(invertible(x)), y), (4, 4), (4, 2))
    v("lstsq with residuals", lambda x, y: list(torch.linalg.lstsq(x, y))[:3], (6, 3), (6, 2))
    v("lstsq of too few equations", lambda x, y: torch.linalg.lstsq(x, y)[0], (3, 5), (3, 2))


# ------------------------------------------------------------------------------------------------------------------- random

def random():
    def r(name, function):
        torch.manual_seed(42)
        results = function()
        record("random", name, **{f"value__{i}": x for i, x in enumerate(results if isinstance(results, (tuple, list)) else [results], 1)})

    r("randn", lambda: [torch.randn(5), torch.randn(3), torch.randn(100), torch.randn(2, 3)])
    r("randn double", lambda: [torch.randn(5, dtype=torch.float64), torch.randn(20, dtype=torch.float64)])
    r("rand", lambda: [torch.rand(5), torch.rand(33), torch.rand(3, dtype=torch.float64)])
    r("randint", lambda: [torch.randint(0, 1000, (8,)), torch.randint(7, (4,)), torch.randint(-5, 5, (6,)), torch.randint(0, 1 << 40, (4,))])
    r("randperm", lambda: [torch.randperm(20), torch.randperm(1), torch.randperm(300)])
    r("normal_", lambda: [torch.zeros(20).normal_(1, 2), torch.zeros(7).normal_()])
    r("uniform_", lambda: [torch.zeros(7).uniform_(-2, 3), torch.zeros(40).uniform_(0, 1)])
    r("bernoulli_", lambda: [torch.zeros(40).bernoulli_(0.3), torch.zeros(5).bernoulli_(torch.tensor([0.1, 0.5, 0.9, 0.0, 1.0]))])
    r("bernoulli", lambda: torch.bernoulli(torch.linspace(0, 1, 11)))
    r("exponential_", lambda: torch.zeros(9).exponential_(1.5))
    r("cauchy_", lambda: torch.zeros(9).cauchy_(0.5, 2.0))
    r("log_normal_", lambda: torch.zeros(20).log_normal_(0.1, 0.5))
    r("geometric_", lambda: torch.zeros(9).geometric_(0.3))
    r("random_", lambda: torch.zeros(9).random_(3, 100))
    r("poisson", lambda: torch.poisson(torch.tensor([0.5, 2.0, 10.0, 50.0])))
    r("normal", lambda: torch.normal(torch.linspace(-1, 1, 20), torch.linspace(0.1, 2, 20)))
    r("multinomial", lambda: [torch.multinomial(torch.tensor([0.1, 0.2, 0.3, 0.4]), 3), torch.multinomial(torch.tensor([[1.0, 2.0, 3.0], [3.0, 2.0, 1.0]]), 9, True)])
    r("like", lambda: [torch.rand_like(torch.zeros(3, 4)), torch.randn_like(torch.zeros(3, 4))])
    r("dropout", lambda: [F.dropout(torch.ones(40), 0.3), F.dropout(torch.ones(4), 0.5, False)])
    r("dropout of channels", lambda: [F.dropout2d(torch.ones(2, 5, 2, 2), 0.5), F.dropout1d(torch.ones(2, 5, 2), 0.4)])
    r("alpha_dropout", lambda: F.alpha_dropout(torch.ones(20), 0.4, True))

    def own_generator():
        generator = torch.Generator().manual_seed(7)
        return [torch.randn(5, generator=generator), torch.randn(5), torch.zeros(5).uniform_(0, 1, generator=generator), torch.randperm(9, generator=generator)]

    def restored():
        torch.randn(3)
        state = torch.get_rng_state()
        first = torch.randn(5)
        torch.set_rng_state(state)
        return [first, torch.randn(5)]

    r("own generator", own_generator)
    r("restored state", restored)


# -------------------------------------------------------------------------------------------------------------- initialisers

def initialisers():
    def module(name, make):
        torch.manual_seed(7)
        record("initialisers", name, **dict(make().named_parameters()))

    def fill(name, function, *shape):
        torch.manual_seed(7)
        record("initialisers", name, value=function(torch.zeros(*shape)))

    module("Linear", lambda: nn.Linear(5, 3))
    module("Linear without bias", lambda: nn.Linear(5, 3, False))
    module("Bilinear", lambda: nn.Bilinear(3, 4, 2))
    module("Conv1d", lambda: nn.Conv1d(3, 4, 3))
    module("Conv2d", lambda: nn.Conv2d(3, 4, 3))
    module("Conv2d grouped", lambda: nn.Conv2d(4, 6, (2, 3), groups=2))
    module("Conv3d", lambda: nn.Conv3d(2, 3, 2))
    module("ConvTranspose2d", lambda: nn.ConvTranspose2d(3, 2, 3))
    module("Embedding", lambda: nn.Embedding(7, 4))
    module("Embedding with padding", lambda: nn.Embedding(7, 4, padding_idx=2))
    module("EmbeddingBag", lambda: nn.EmbeddingBag(7, 4))
    module("RNN", lambda: nn.RNN(3, 4, 2))
    module("LSTM", lambda: nn.LSTM(3, 4, 2, bidirectional=True))
    module("GRU", lambda: nn.GRU(3, 4, bias=False))
    module("RNNCell", lambda: nn.RNNCell(3, 4))
    module("LSTMCell", lambda: nn.LSTMCell(3, 4))
    module("GRUCell", lambda: nn.GRUCell(3, 4))
    module("MultiheadAttention", lambda: nn.MultiheadAttention(8, 2))
    module("MultiheadAttention with other widths", lambda: nn.MultiheadAttention(8, 2, kdim=3, vdim=5, add_bias_kv=True))
    module("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(8, 2, 16))
    module("TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(4, 2, 8), 2))
    module("TransformerDecoderLayer", lambda: nn.TransformerDecoderLayer(8, 2, 16))
    module("Transformer", lambda: nn.Transformer(4, 2, 1, 1, 8))
    module("BatchNorm2d", lambda: nn.BatchNorm2d(3))
    module("LayerNorm", lambda: nn.LayerNorm([2, 3]))
    module("PReLU", lambda: nn.PReLU(3))
    module("Sequential", lambda: nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2)))
    fill("uniform_", lambda t: init.uniform_(t, -1, 2), 4, 5)
    fill("normal_", lambda t: init.normal_(t, 1, 0.5), 4, 5)
    fill("constant_", lambda t: init.constant_(t, 0.3), 2, 2)
    fill("xavier_uniform_", lambda t: init.xavier_uniform_(t, 2.0), 4, 5)
    fill("xavier_normal_", lambda t: init.xavier_normal_(t), 4, 5, 3)
    fill("kaiming_uniform_", lambda t: init.kaiming_uniform_(t, 0.2), 4, 5)
    fill("kaiming_normal_", lambda t: init.kaiming_normal_(t, mode="fan_out", nonlinearity="relu"), 4, 5, 3)
    fill("orthogonal_", lambda t: init.orthogonal_(t, 1.5), 4, 6)
    fill("trunc_normal_", lambda t: init.trunc_normal_(t, 0.5, 2.0, -1.0, 3.0), 4, 5)
    fill("sparse_", lambda t: init.sparse_(t, 0.4, 0.1), 5, 4)
    fill("eye_", init.eye_, 3, 4)
    fill("dirac_", init.dirac_, 3, 4, 3)
    gains = [init.calculate_gain("linear"), init.calculate_gain("tanh"), init.calculate_gain("relu"), init.calculate_gain("leaky_relu", 0.2)]
    record("initialisers", "calculate_gain", value=torch.tensor(gains, dtype=torch.float64))


# ---------------------------------------------------------------------------------------------------------------- optimisers

def network():
    torch.manual_seed(0)
    return nn.Sequential(nn.Linear(4, 8), nn.Tanh(), nn.Linear(8, 1)), torch.randn(16, 4), torch.randn(16, 1)


def optimisers():
    def o(name, make):
        model, x, y = network()
        optimiser = make(model)
        losses = []

        def closure():
            optimiser.zero_grad()
            loss = F.mse_loss(model(x), y)
            loss.backward()
            return loss

        for _ in range(50):
            losses.append(optimiser.step(closure).detach())
        record("optimisers", name, losses=torch.stack(losses), **dict(model.named_parameters()))

    # 1.13 has mu once too often in one of its products; from 2.0 on it follows the paper, as TorchSharp does.
    module = sys.modules["torch.optim.nadam"]
    source = inspect.getsource(module._single_tensor_nadam)
    exec(source.replace("mu_product * mu * mu_next", "mu_product.item() * mu_next").replace("mu_product_next.item()", "mu_product_next"), vars(module))
    P = torch.optim
    o("SGD", lambda m: P.SGD(m.parameters(), 0.1))
    o("SGD with momentum", lambda m: P.SGD(m.parameters(), 0.05, 0.9))
    o("SGD with Nesterov momentum", lambda m: P.SGD(m.parameters(), 0.05, 0.9, nesterov=True))
    o("SGD with dampening and decay", lambda m: P.SGD(m.parameters(), 0.05, 0.8, 0.1, 0.01))
    o("SGD upwards", lambda m: P.SGD(m.parameters(), 0.001, maximize=True))
    o("Adam", lambda m: P.Adam(m.parameters(), 0.01))
    o("Adam with decay", lambda m: P.Adam(m.parameters(), 0.01, (0.8, 0.99), 1e-6, 0.1))
    o("Adam with amsgrad", lambda m: P.Adam(m.parameters(), 0.02, amsgrad=True))
    o("Adam upwards", lambda m: P.Adam(m.parameters(), 0.001, maximize=True))
    o("AdamW", lambda m: P.AdamW(m.parameters(), 0.01, weight_decay=0.1))
    o("AdamW with amsgrad", lambda m: P.AdamW(m.parameters(), 0.02, weight_decay=0.01, amsgrad=True))
    o("RMSProp", lambda m: P.RMSprop(m.parameters(), 0.01))
    o("RMSProp with momentum", lambda m: P.RMSprop(m.parameters(), 0.005, 0.9, momentum=0.5, weight_decay=0.01))
    o("RMSProp centered", lambda m: P.RMSprop(m.parameters(), 0.005, centered=True))
    o("Adagrad", lambda m: P.Adagrad(m.parameters(), 0.1))
    o("Adagrad with decay", lambda m: P.Adagrad(m.parameters(), 0.1, 0.01, 0.02, 0.1))
    o("Adadelta", lambda m: P.Adadelta(m.parameters(), 1.0))
    o("Adadelta with decay", lambda m: P.Adadelta(m.parameters(), 0.5, 0.8, 1e-5, 0.01))
    o("Adamax", lambda m: P.Adamax(m.parameters(), 0.02, weight_decay=0.01))
    o("NAdam", lambda m: P.NAdam(m.parameters(), 0.02, weight_decay=0.01))
    o("RAdam", lambda m: P.RAdam(m.parameters(), 0.02, weight_decay=0.01))
    o("ASGD", lambda m: P.ASGD(m.parameters(), 0.05, weight_decay=0.01))
    o("ASGD averaging", lambda m: P.ASGD(m.parameters(), 0.05, t0=10))
    o("Rprop", lambda m: P.Rprop(m.parameters(), 0.01))
    o("LBFGS", lambda m: P.LBFGS(m.parameters(), 0.02, 3))
    o("two groups", lambda m: P.SGD([{"params": m[0].parameters(), "lr": 0.01}, {"params": m[2].parameters(), "momentum": 0.9}], 0.1))


def schedulers():
    def s(name, make, metric=None):
        optimiser = torch.optim.SGD([nn.Parameter(torch.zeros(1))], 0.1, 0.9)
        scheduler = make(optimiser)
        rates = []
        for epoch in range(30):
            rates.append(optimiser.param_groups[0]["lr"])
            optimiser.step()
            scheduler.step() if metric is None else scheduler.step(metric(epoch))
        record("schedulers", name, rates=torch.tensor(rates, dtype=torch.float64))

    L = torch.optim.lr_scheduler
    s("StepLR", lambda o: L.StepLR(o, 10, 0.5))
    s("MultiStepLR", lambda o: L.MultiStepLR(o, [5, 12, 20], 0.3))
    s("ExponentialLR", lambda o: L.ExponentialLR(o, 0.9))
    s("ConstantLR", lambda o: L.ConstantLR(o, 0.5, 7))
    s("LinearLR", lambda o: L.LinearLR(o, 0.2, 0.9, 8))
    s("PolynomialLR", lambda o: L.PolynomialLR(o, 20, 2.0))
    s("CosineAnnealingLR", lambda o: L.CosineAnnealingLR(o, 10, 0.001))
    s("CosineAnnealingLR to the end", lambda o: L.CosineAnnealingLR(o, 30))
    s("CyclicLR", lambda o: L.CyclicLR(o, 0.01, 0.1, 4, 6))
    s("CyclicLR triangular2", lambda o: L.CyclicLR(o, 0.01, 0.1, 4, mode="triangular2", cycle_momentum=False))
    s("CyclicLR exp_range", lambda o: L.CyclicLR(o, 0.01, 0.1, 5, mode="exp_range", gamma=0.95, cycle_momentum=False))
    s("OneCycleLR", lambda o: L.OneCycleLR(o, 0.2, 31))
    s("OneCycleLR linear in three phases", lambda o: L.OneCycleLR(o, 0.2, epochs=31, steps_per_epoch=1, anneal_strategy="linear", three_phase=True))
    s("LambdaLR", lambda o: L.LambdaLR(o, lambda epoch: 1 / (1 + epoch)))
    s("MultiplicativeLR", lambda o: L.MultiplicativeLR(o, lambda epoch: 0.95 if epoch % 2 else 0.9))
    s("SequentialLR", lambda o: L.SequentialLR(o, [L.ConstantLR(o, 0.1, 4), L.ExponentialLR(o, 0.9)], [6]))
    s("ChainedLR", lambda o: L.ChainedScheduler([L.ConstantLR(o, 0.1, 4), L.ExponentialLR(o, 0.9)]))
    s("ReduceLROnPlateau", lambda o: L.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1), lambda epoch: max(1.0 - 0.2 * epoch, 0.3))
    s("ReduceLROnPlateau upwards", lambda o: L.ReduceLROnPlateau(o, "max", 0.2, 1, threshold=0.1, threshold_mode="abs", min_lr=0.002), lambda epoch: 0.05 * epoch)


# -------------------------------------------------------------------------------------------------------------------- losses

def losses():
    classes = torch.tensor([0, 2, 1, 1])
    weights = torch.tensor([0.5, 1.0, 2.0])
    signs = torch.tensor([1.0, -1.0, 1.0, -1.0])
    labels = torch.tensor([[1.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 1.0, 1.0], [0.0, 0.0, 0.0]])
    m = (4, 3)

    def each(name, function, *shapes):
        for reduction in ("none", "mean", "sum"):
            gradients("losses", f"{name} {reduction}", lambda *x: function(*x, reduction=reduction), *shapes)

    each("mse_loss", F.mse_loss, m, m)
    each("l1_loss", F.l1_loss, m, m)
    each("smooth_l1_loss", lambda x, y, reduction: F.smooth_l1_loss(x, y, reduction=reduction, beta=0.5), m, m)
    each("huber_loss", lambda x, y, reduction: F.huber_loss(x, y, reduction=reduction, delta=0.7), m, m)
    each("binary_cross_entropy", lambda x, reduction: F.binary_cross_entropy(x.sigmoid(), labels, weights, reduction=reduction), m)
    each("binary_cross_entropy_with_logits", lambda x, reduction: F.binary_cross_entropy_with_logits(x, labels, reduction=reduction, pos_weight=weights), m)
    each("cross_entropy", lambda x, reduction: F.cross_entropy(x, classes, reduction=reduction), m)
    each("cross_entropy weighted", lambda x, reduction: F.cross_entropy(x, classes, weights, reduction=reduction), m)
    each("cross_entropy smoothed", lambda x, reduction: F.cross_entropy(x, classes, weights, reduction=reduction, label_smoothing=0.1), m)
    each("cross_entropy ignoring", lambda x, reduction: F.cross_entropy(x, classes, ignore_index=1, reduction=reduction), m)
    each("cross_entropy of probabilities", lambda x, y, reduction: F.cross_entropy(x, y.softmax(1), reduction=reduction), m, m)
    each("nll_loss", lambda x, reduction: F.nll_loss(x.log_softmax(1), classes, weights, reduction=reduction), m)
    each("kl_div", lambda x, y, reduction: F.kl_div(x.log_softmax(1), y.softmax(1), reduction=reduction), m, m)
    each("kl_div of logarithms", lambda x, y, reduction: F.kl_div(x.log_softmax(1), y.log_softmax(1), reduction=reduction, log_target=True), m, m)
    each("margin_ranking_loss", lambda x, y, reduction: F.margin_ranking_loss(x, y, signs, 0.2, reduction=reduction), (4,), (4,))
    each("hinge_embedding_loss", lambda x, reduction: F.hinge_embedding_loss(x, signs, 0.5, reduction=reduction), (4,))
    each("cosine_embedding_loss", lambda x, y, reduction: F.cosine_embedding_loss(x, y, signs, 0.1, reduction=reduction), m, m)
    each("triplet_margin_loss", lambda x, y, z, reduction: F.triplet_margin_loss(x, y, z, swap=True, reduction=reduction), m, m, m)
    each("multi_margin_loss", lambda x, reduction: F.multi_margin_loss(x, classes, reduction=reduction), m)
    each("multilabel_soft_margin_loss", lambda x, reduction: F.multilabel_soft_margin_loss(x, labels, reduction=reduction), m)
    each("multilabel_margin_loss", lambda x, reduction: F.multilabel_margin_loss(x, torch.tensor([[0, 2, -1], [1, -1, -1], [0, 1, 2], [2, -1, -1]]), reduction=reduction), m)
    each("soft_margin_loss", lambda x, reduction: F.soft_margin_loss(x, labels * 2 - 1, reduction=reduction), m)
    each("poisson_nll_loss", lambda x, y, reduction: F.poisson_nll_loss(x, positive(y), full=True, reduction=reduction), m, m)
    each("gaussian_nll_loss", lambda x, y, z, reduction: F.gaussian_nll_loss(x, y, positive(z), full=True, reduction=reduction), m, m, m)
    each("ctc_loss", lambda x, reduction: F.ctc_loss(x.log_softmax(2), torch.tensor([[1, 2, 1], [2, 2, 0]]), torch.tensor([6, 5]), torch.tensor([3, 2]), reduction=reduction), (6, 2, 4))


# ------------------------------------------------------------------------------------------------------------------- modules

def modules():
    def m(name, make, call, *shapes):
        torch.manual_seed(7)
        module = make()
        inputs = draws(shapes)
        torch.manual_seed(11)
        results = call(module, *inputs)
        results = list(results) if isinstance(results, (tuple, list)) else [results]
        backward(results)
        values = {f"output__{i}": x for i, x in enumerate(results, 1)}
        values.update({f"gradient__{i}": x.grad for i, x in enumerate(inputs, 1)})
        values.update({f"gradient__of__{key}": x.grad for key, x in module.named_parameters()})
        values.update({f"buffer__{key}": x for key, x in module.named_buffers()})
        record("modules", name, **values)

    def flat(result):
        output, state = result
        return (output, *state) if isinstance(state, tuple) else (output, state)

    def one(module, *x):
        return module(*x)

    words = torch.tensor([[1, 2, 4], [4, 3, 2]])
    m("RNN", lambda: nn.RNN(3, 4), lambda f, x: flat(f(x)), (5, 2, 3))
    m("RNN with relu in two layers", lambda: nn.RNN(3, 4, 2, nonlinearity="relu"), lambda f, x, h: flat(f(x, h)), (5, 2, 3), (2, 2, 4))
    m("LSTM", lambda: nn.LSTM(3, 4), lambda f, x: flat(f(x)), (5, 2, 3))
    m("LSTM both ways in two layers", lambda: nn.LSTM(3, 4, 2, batch_first=True, bidirectional=True), lambda f, x, h, c: flat(f(x, (h, c))), (2, 5, 3), (4, 2, 4), (4, 2, 4))
    m("LSTM with dropout", lambda: nn.LSTM(3, 4, 2, dropout=0.5), lambda f, x: flat(f(x)), (5, 2, 3))
    m("GRU", lambda: nn.GRU(3, 4), lambda f, x: flat(f(x)), (5, 2, 3))
    m("GRU both ways", lambda: nn.GRU(3, 4, bidirectional=True), lambda f, x, h: flat(f(x, h)), (5, 2, 3), (2, 2, 4))
    m("RNNCell", lambda: nn.RNNCell(3, 4), one, (2, 3), (2, 4))
    m("LSTMCell", lambda: nn.LSTMCell(3, 4), lambda f, x, h, c: f(x, (h, c)), (2, 3), (2, 4), (2, 4))
    m("GRUCell", lambda: nn.GRUCell(3, 4), one, (2, 3), (2, 4))
    m("MultiheadAttention", lambda: nn.MultiheadAttention(8, 2), lambda f, q, k, v: f(q, k, v), (3, 2, 8), (4, 2, 8), (4, 2, 8))
    m("MultiheadAttention masked", lambda: nn.MultiheadAttention(8, 2), lambda f, x: f(x, x, x, attn_mask=torch.full((3, 3), float("-inf")).triu(1)), (3, 2, 8))
    m("MultiheadAttention without weights", lambda: nn.MultiheadAttention(8, 2), lambda f, x: f(x, x, x, need_weights=False)[0], (3, 2, 8))
    m("MultiheadAttention with dropout", lambda: nn.MultiheadAttention(8, 2, 0.3), lambda f, x: f(x, x, x), (3, 2, 8))
    m("MultiheadAttention with other widths", lambda: nn.MultiheadAttention(8, 2, kdim=3, vdim=5), lambda f, q, k, v: f(q, k, v), (3, 2, 8), (4, 2, 3), (4, 2, 5))
    m("TransformerEncoderLayer", lambda: nn.TransformerEncoderLayer(8, 2, 16, 0.0), one, (3, 2, 8))
    m("TransformerEncoderLayer with gelu", lambda: nn.TransformerEncoderLayer(8, 2, 16, 0.0, "gelu"), one, (3, 2, 8))
    m("TransformerEncoderLayer with dropout", lambda: nn.TransformerEncoderLayer(8, 2, 16, 0.2), one, (3, 2, 8))
    m("TransformerEncoder", lambda: nn.TransformerEncoder(nn.TransformerEncoderLayer(8, 2, 16, 0.0), 2), one, (3, 2, 8))
    m("TransformerDecoderLayer", lambda: nn.TransformerDecoderLayer(8, 2, 16, 0.0), one, (3, 2, 8), (4, 2, 8))
    m("Transformer", lambda: nn.Transformer(8, 2, 1, 1, 16, 0.0), one, (3, 2, 8), (4, 2, 8))
    m("Embedding", lambda: nn.Embedding(7, 4, padding_idx=2), lambda f: f(words))
    m("EmbeddingBag", lambda: nn.EmbeddingBag(7, 4), lambda f: f(words))
    m("Linear", lambda: nn.Linear(5, 3), one, (4, 5))
    m("Bilinear", lambda: nn.Bilinear(3, 4, 2), one, (5, 3), (5, 4))
    m("Conv1d circular", lambda: nn.Conv1d(3, 4, 3, padding=1, padding_mode="circular"), one, (2, 3, 6))
    m("Conv2d", lambda: nn.Conv2d(3, 4, 3, 2, 1), one, (2, 3, 6, 6))
    m("Conv2d reflecting", lambda: nn.Conv2d(3, 4, 3, padding=1, padding_mode="reflect"), one, (2, 3, 5, 5))
    m("Conv2d same", lambda: nn.Conv2d(3, 4, 3, padding="same", dilation=2), one, (2, 3, 6, 6))
    m("ConvTranspose1d", lambda: nn.ConvTranspose1d(3, 2, 3, 2, 1, 1), one, (2, 3, 5))
    m("PReLU", lambda: nn.PReLU(3), one, (4, 3))
    m("LayerNorm", lambda: nn.LayerNorm([3, 4]), one, (2, 3, 4))
    m("GroupNorm", lambda: nn.GroupNorm(2, 4), one, (2, 4, 5))
    m("InstanceNorm2d tracked", lambda: nn.InstanceNorm2d(3, affine=True, track_running_stats=True), one, (2, 3, 4, 4))
    m("BatchNorm1d", lambda: nn.BatchNorm1d(3), lambda f, x, y: [f(x), f(y)], (4, 3), (5, 3))
    m("BatchNorm2d", lambda: nn.BatchNorm2d(3, momentum=0.3), lambda f, x, y: [f(x), f(y), f.eval()(x)], (2, 3, 4, 4), (2, 3, 4, 4))
    m("BatchNorm without statistics", lambda: nn.BatchNorm1d(3, affine=False, track_running_stats=False), one, (4, 3))


def machine():
    """What the bits depend on: the processor's vector width chooses kernels, and the BLAS sums in its own order."""
    torch.randn(8, 8).matmul(torch.randn(8, 8))
    flags = set(re.search(r"^flags\s*:(.*)$", open("/proc/cpuinfo").read(), re.M).group(1).split()) if platform.machine() == "x86_64" else set()
    width = "AVX512" if "avx512f" in flags else "AVX2" if "avx2" in flags else platform.machine()
    model = re.search(r"^model name\s*:\s*(.*)$", open("/proc/cpuinfo").read(), re.M)
    libraries = {os.path.basename(line.split()[-1]) for line in open("/proc/self/maps") if re.search(r"/lib(open)?blas[^/]*$", line)}
    chosen = [os.environ[name] for name in ("ATEN_CPU_CAPABILITY", "OPENBLAS_CORETYPE") if name in os.environ]
    return " / ".join([model.group(1).strip() if model else platform.machine(), width, *sorted(libraries), *chosen])


if __name__ == "__main__":
    for part in (operators, functions, signals, random, initialisers, optimisers, schedulers, losses, modules):
        part()
    os.makedirs(FOLDER, exist_ok=True)
    for file, cases in files.items():
        lines = [f'"{name}": {json.dumps(values)}' for name, values in cases.items()]
        with open(os.path.join(FOLDER, file + ".json"), "w") as out:
            out.write(f'{{\n"machine": {json.dumps(machine())},\n"torch": {json.dumps(torch.__version__)},\n"cases": {{\n' + ",\n".join(lines) + "\n}\n}\n")
        print(f"{file}: {len(cases)} cases")
