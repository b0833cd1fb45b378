"""Writes what scikit-learn computes, for MetricsAgainstScikitLearnTests: /usr/bin/python3 make_expectations.py (Debian's python3-sklearn).

Undefined values are null: scikit-learn raises, warns or returns a constant where only one class is there.
The expected calibration error is not scikit-learn's; it is computed here from its definition, bin by bin.
"""
import json
import math
import pathlib
import random
import warnings

from sklearn import metrics

warnings.simplefilter("ignore")
BINS = 15


def calibration_error(hits, probabilities):
    bins = {}
    for hit, probability in zip(hits, probabilities):
        bins.setdefault(min(int(probability * BINS), BINS - 1), []).append((hit, probability))
    return math.fsum(
        len(rows) / len(hits) * abs(math.fsum(p for _, p in rows) / len(rows) - sum(h for h, _ in rows) / len(rows)) for rows in bins.values())


def expected(hits, probabilities, actual, predicted):
    both = len(set(hits)) == 2
    called = [p >= 0.5 for p in probabilities]
    return {
        "AreaUnderRocCurve": metrics.roc_auc_score(hits, probabilities) if both else None,
        "AreaUnderPrecisionRecallCurve": metrics.average_precision_score(hits, probabilities) if both else None,
        "F1Score": metrics.f1_score(hits, called) if both else None,
        "Accuracy": metrics.accuracy_score(hits, called),
        "LogLoss": metrics.log_loss(hits, probabilities, labels=[False, True]),
        "BrierScore": metrics.brier_score_loss(hits, probabilities, pos_label=True),
        "ExpectedCalibrationError": calibration_error(hits, probabilities),
        "RootMeanSquaredError": metrics.mean_squared_error(actual, predicted) ** 0.5,
        "MeanAbsoluteError": metrics.mean_absolute_error(actual, predicted),
        "RSquared": metrics.r2_score(actual, predicted) if len(set(actual)) > 1 else None,
    }


def case(name, hits, probabilities, draw):
    actual = [round(draw.uniform(0, 100)) for _ in hits]
    if name == "equal popularities":
        actual = [50] * len(hits)
    predicted = [min(100.0, max(0.0, a + draw.gauss(0, 12))) for a in actual]
    return {"name": name, "hits": hits, "probabilities": probabilities, "popularity": actual, "predicted": predicted,
            "expected": expected(hits, probabilities, actual, predicted)}


def main():
    draw = random.Random(20240917)
    flip = lambda n, share: [draw.random() < share for _ in range(n)]
    cases = [
        ("many songs", flip(400, 0.32), [draw.random() for _ in range(400)]),
        ("informative", hits := flip(300, 0.4), [min(1, max(0, 0.25 + 0.4 * h + draw.gauss(0, 0.2))) for h in hits]),
        ("many ties", flip(250, 0.3), [draw.randrange(8) / 8 for _ in range(250)]),
        ("all tied", flip(60, 0.3), [0.32] * 60),
        ("at the threshold", flip(50, 0.5), [draw.choice([0.5, math.nextafter(0.5, 0), math.nextafter(0.5, 1)]) for _ in range(50)]),
        ("certain", flip(40, 0.5), [float(draw.randrange(2)) for _ in range(40)]),
        ("perfect", hits := flip(30, 0.5), [0.9 if h else 0.1 for h in hits]),
        ("inverted", hits := flip(30, 0.5), [0.1 if h else 0.9 for h in hits]),
        ("two songs", [True, False], [0.7, 0.3]),
        ("one hit", [False] * 99 + [True], [draw.random() for _ in range(100)]),
        ("hits only", [True] * 20, [draw.random() for _ in range(20)]),
        ("no hits", [False] * 20, [draw.random() for _ in range(20)]),
        ("tiny probabilities", flip(80, 0.3), [10 ** draw.uniform(-300, 0) for _ in range(80)]),
        ("equal popularities", flip(25, 0.5), [draw.random() for _ in range(25)]),
        ("on the bins' edges", flip(64, 0.4), [draw.randrange(BINS + 1) / BINS for _ in range(64)]),
    ]
    path = pathlib.Path(__file__).parent / "Expectations" / "metrics.json"
    path.write_text(json.dumps([case(name, hits, list(map(float, p)), draw) for name, hits, p in cases], indent=1) + "\n")


main()
