"""Writes expectations.json: what SciPy computes for the cases that StatisticsTests.cs computes too.

/usr/bin/python3 make_expectations.py      (Debian's python3-scipy; values here were written with SciPy 1.10.1)
"""
import json
import pathlib

import numpy as np
import scipy
from scipy import special, stats


def number(x):
    return None if x is None or np.isnan(x) else float(x)


rng = np.random.default_rng(20240517)
cases = []


def case(kind, inputs, **expected):
    cases.append({"kind": kind, "inputs": [[float(v) for v in column] for column in inputs], "expected": {k: number(v) for k, v in expected.items()}})


def pairs():
    yield rng.normal(size=5), rng.normal(size=5)
    x = rng.normal(size=40)
    yield x, 0.5 * x + rng.normal(size=40)
    yield x, 3 * x + 0.01 * rng.normal(size=40)
    yield rng.integers(0, 4, 60), rng.integers(0, 5, 60)
    yield np.exp(rng.normal(size=200) * 2), rng.normal(size=200)


for x, y in pairs():
    r, p = stats.pearsonr(x, y)
    interval = stats.pearsonr(x, y).confidence_interval(0.95)
    case("pearson", [x, y], effect=r, p=p, low=interval.low, high=interval.high)
    rho, p = stats.spearmanr(x, y)
    half = stats.norm.ppf(0.975) * np.sqrt((1 + rho * rho / 2) / (len(x) - 3))
    case("spearman", [x, y], effect=rho, p=p, low=np.tanh(np.arctanh(rho) - half), high=np.tanh(np.arctanh(rho) + half))
    yes = (y > np.median(y)).astype(float)
    r, p = stats.pointbiserialr(yes, x)
    case("point-biserial", [yes, x], effect=r, p=p)

for n, m, shift, ties in [(3, 4, 0, False), (7, 9, 1, False), (8, 30, 0.5, False), (12, 15, 0.7, False), (20, 30, 0.5, True), (6, 5, 1, True), (300, 200, 1.5, True)]:
    a, b = rng.normal(size=n) + shift, rng.normal(size=m)
    if ties:
        a, b = np.round(a * 2), np.round(b * 2)
    u, p = stats.mannwhitneyu(a, b, alternative="two-sided", method="auto")
    case("mann-whitney", [a, b], statistic=u, p=p, effect=2 * u / (n * m) - 1)

for sizes, ties in [((5, 6, 7), False), ((10, 3, 20, 8), True), ((40, 50), True), ((100, 80, 60, 50, 30), False)]:
    groups = [rng.normal(size=n) + 0.3 * i for i, n in enumerate(sizes)]
    if ties:
        groups = [np.round(g) for g in groups]
    h, p = stats.kruskal(*groups)
    case("kruskal-wallis", groups, statistic=h, p=p, effect=h / (sum(sizes) - 1))

for table in ([[10, 20], [30, 5]], [[3, 5, 9], [4, 4, 4], [8, 1, 2]], [[100, 200, 150, 90], [110, 190, 160, 80]]):
    chi2, p, df, _ = stats.chi2_contingency(table, correction=False)
    n = np.sum(table)
    case("chi-squared", table, statistic=chi2, p=p, df=df, effect=np.sqrt(chi2 / n / (min(np.shape(table)) - 1)))

for values in (rng.normal(size=30), np.exp(rng.normal(size=101)), [1, 2, 3], [5, 5, 5, 5, 90], np.round(rng.normal(size=500) * 3)):
    v = np.asarray(values, float)
    q = np.quantile(v, [0.05, 0.25, 0.5, 0.75, 0.95])
    reach = 1.5 * (q[3] - q[1])
    case("distribution", [v], mean=v.mean(), deviation=v.std(ddof=1), skewness=stats.skew(v, bias=False), q05=q[0], q25=q[1], median=q[2], q75=q[3], q95=q[4],
         outliers=((v < q[1] - reach) | (v > q[3] + reach)).sum(), distinct=len(np.unique(v)))


def benjamini_hochberg(p):
    p = np.asarray(p)
    order = np.argsort(p)
    q = np.minimum.accumulate((p[order] * len(p) / np.arange(1, len(p) + 1))[::-1])[::-1]
    out = np.empty(len(p))
    out[order] = np.minimum(q, 1)
    return out


for p in ([0.01, 0.02, 0.03, 0.04, 0.05], [0.9, 0.001, 0.04, 0.03, 0.5, 0.04], rng.random(20)):
    cases.append({"kind": "benjamini-hochberg", "inputs": [list(map(float, p)), list(map(float, benjamini_hochberg(p)))], "expected": {}})

text = json.dumps({"scipy": scipy.__version__, "cases": cases}, indent=None, separators=(",", ":"))
pathlib.Path(__file__).with_name("expectations.json").write_text(text.replace('{"kind"', '\n{"kind"') + "\n")
