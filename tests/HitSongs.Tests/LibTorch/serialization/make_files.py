"""Writes the .pt files beside this script, which the tests compare with: what Python's PyTorch computes and saves.

    /usr/bin/python3 make_files.py        (Debian's python3-torch 1.13)
"""
import collections
import os

import torch
from torch.optim import lr_scheduler as schedules

folder = os.path.dirname(os.path.abspath(__file__))
start = [0.5, -1.25, 2.0, 0.0, -0.1, 3.0, -0.7]


def gradients(steps):
    """Numbers with many signs and sizes, the same everywhere: no random stream to agree on."""
    index = torch.arange(7, dtype=torch.float64)
    return [torch.sin(index * (step + 1) * 1.7 + step) * (1 + index) for step in range(steps)]


def run(make, dtype=torch.float64, steps=12):
    parameter = torch.nn.Parameter(torch.tensor(start, dtype=dtype))
    optimizer = make([parameter])
    for gradient in gradients(steps):
        parameter.grad = gradient.to(dtype)
        optimizer.step()
    return parameter.detach().clone(), optimizer


optim = torch.optim
optimizers = {
    "SGD": lambda p: optim.SGD(p, 0.1),
    "SGD momentum": lambda p: optim.SGD(p, 0.1, momentum=0.9, dampening=0.1, weight_decay=0.01),
    "SGD nesterov": lambda p: optim.SGD(p, 0.1, momentum=0.9, weight_decay=0.01, nesterov=True, maximize=True),
    "Adam": lambda p: optim.Adam(p, 0.01, weight_decay=0.1),
    "Adam amsgrad": lambda p: optim.Adam(p, 0.01, amsgrad=True, maximize=True),
    "AdamW": lambda p: optim.AdamW(p, 0.01, weight_decay=0.1),
    "AdamW amsgrad": lambda p: optim.AdamW(p, 0.01, weight_decay=0.1, amsgrad=True),
    "Adamax": lambda p: optim.Adamax(p, 0.01, weight_decay=0.1),
    "RAdam": lambda p: optim.RAdam(p, 0.01, betas=(0.8, 0.9), weight_decay=0.1),
    "RMSProp": lambda p: optim.RMSprop(p, 0.01, weight_decay=0.1),
    "RMSProp centered": lambda p: optim.RMSprop(p, 0.01, centered=True, momentum=0.9, maximize=True),
    "Adagrad": lambda p: optim.Adagrad(p, 0.1, lr_decay=0.01, weight_decay=0.1, initial_accumulator_value=0.2),
    "Adadelta": lambda p: optim.Adadelta(p, 0.5, weight_decay=0.1),
    "ASGD": lambda p: optim.ASGD(p, 0.01, lambd=0.01, t0=4, weight_decay=0.1),
    "Rprop": lambda p: optim.Rprop(p, 0.01),
}
expected = {name: run(make)[0] for name, make in optimizers.items()}
expected.update({name + " float32": run(make, torch.float32)[0] for name, make in optimizers.items()})


def nadam():
    """PyTorch 2's NAdam; 1.13 has one factor twice."""
    x, m, v, product = torch.tensor(start, dtype=torch.float64), 0, 0, 1
    for step, gradient in enumerate(gradients(12), 1):
        g = gradient + 0.1 * x
        mu, following = [0.9 * (1 - 0.5 * 0.96 ** (t * 0.004)) for t in (step, step + 1)]
        product *= mu
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g * g
        divisor = (v / (1 - 0.999 ** step)).sqrt() + 1e-8
        x = x - 0.01 * (1 - mu) / (1 - product) * g / divisor - 0.01 * following / (1 - product * following) * m / divisor
    return x


def rosenbrock(**options):
    x = torch.nn.Parameter(torch.tensor([-1.2, 1.0], dtype=torch.float64))
    optimizer = optim.LBFGS([x], **options)

    def closure():
        optimizer.zero_grad()
        loss = (1 - x[0]) ** 2 + 100 * (x[1] - x[0] ** 2) ** 2
        loss.backward()
        return loss

    for _ in range(4):
        optimizer.step(closure)
    return x.detach().clone()


expected["NAdam"] = nadam()
expected["LBFGS"] = rosenbrock(lr=0.01, max_iter=7, tolerance_grad=1e-5, history_size=3)
expected["LBFGS strong_wolfe"] = rosenbrock(lr=1, max_iter=5, tolerance_grad=1e-5, line_search_fn="strong_wolfe")
torch.save(expected, os.path.join(folder, "optimizers.pt"))

lambdas = [lambda epoch: 0.9 ** epoch, lambda epoch: 1 / (1 + epoch)]
rates = {
    "StepLR": lambda o: schedules.StepLR(o, 3, 0.5),
    "MultiStepLR": lambda o: schedules.MultiStepLR(o, [2, 5, 5], 0.5),
    "ExponentialLR": lambda o: schedules.ExponentialLR(o, 0.9),
    "CosineAnnealingLR": lambda o: schedules.CosineAnnealingLR(o, 6, 0.01),
    "LambdaLR": lambda o: schedules.LambdaLR(o, lambdas[0]),
    "LambdaLR two": lambda o: schedules.LambdaLR(o, lambdas),
    "MultiplicativeLR": lambda o: schedules.MultiplicativeLR(o, lambda epoch: 0.95),
    "LinearLR": lambda o: schedules.LinearLR(o, 0.25, 0.75, 4),
    "ConstantLR": lambda o: schedules.ConstantLR(o, 0.5, 4),
    "PolynomialLR": lambda o: schedules.PolynomialLR(o, 8, 2.0),
    "OneCycleLR": lambda o: schedules.OneCycleLR(o, 1.0, total_steps=20),
    "OneCycleLR linear": lambda o: schedules.OneCycleLR(o, [1.0, 2.0], epochs=4, steps_per_epoch=5, anneal_strategy="linear", three_phase=True),
    "CyclicLR": lambda o: schedules.CyclicLR(o, 0.01, 0.5, step_size_up=3, step_size_down=5),
    "CyclicLR triangular2": lambda o: schedules.CyclicLR(o, 0.01, 0.5, step_size_up=3, mode="triangular2"),
    "CyclicLR exp_range": lambda o: schedules.CyclicLR(o, [0.01, 0.02], [0.5, 0.6], step_size_up=3, mode="exp_range", gamma=0.9),
    "SequentialLR": lambda o: schedules.SequentialLR(o, [schedules.ConstantLR(o, 0.1, 2), schedules.ExponentialLR(o, 0.9)], [5]),
    "ChainedLR": lambda o: schedules.ChainedScheduler([schedules.ConstantLR(o, 0.1, 2), schedules.ExponentialLR(o, 0.9)]),
    "ReduceLROnPlateau": lambda o: schedules.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=1, min_lr=0.02),
}
losses = [1.0, 0.9, 0.91, 0.92, 0.93, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.91, 0.92]


def trace(make):
    parameters = [torch.nn.Parameter(torch.zeros(1)) for _ in range(2)]
    optimizer = optim.SGD([{"params": parameters[:1], "lr": 0.1}, {"params": parameters[1:], "lr": 0.3}], 0.1, momentum=0.9)
    schedule = make(optimizer)
    seen = []
    for loss in losses:
        seen.append([[group["lr"], group["momentum"]] for group in optimizer.param_groups])
        optimizer.step()
        schedule.step(loss) if isinstance(schedule, schedules.ReduceLROnPlateau) else schedule.step()
    return torch.tensor(seen, dtype=torch.float64)


torch.save({name: trace(make) for name, make in rates.items()}, os.path.join(folder, "schedulers.pt"))

base = torch.arange(24, dtype=torch.float32).reshape(4, 6)
checkpoint = {
    "dtypes": {str(dtype)[6:]: torch.tensor([0, 1, 2, 3]).to(dtype) for dtype in [
        torch.uint8, torch.int8, torch.int16, torch.int32, torch.int64, torch.float16, torch.float32, torch.float64,
        torch.bfloat16, torch.bool, torch.complex64, torch.complex128]},
    "base": base,
    "transposed": base.t(),
    "part": base[1:3, ::2],
    "expanded": torch.ones(1, 3).expand(5, 3),
    "scalar": torch.tensor(7.5),
    "empty": torch.zeros(0, 4),
    "parameter": torch.nn.Parameter(torch.tensor([1.0, 2.0])),
    "trained": torch.tensor([1.0], requires_grad=True),
    "nested": collections.OrderedDict(a=[1, 2.5, None, True, "é", (1, -2, 3 ** 25)], b={"deep": [[]]}),
    "size": base.size(),
    "dtype": torch.float16,
    "many": list(range(300)),
}
torch.save(checkpoint, os.path.join(folder, "checkpoint.pt"))
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(3, 4), torch.nn.BatchNorm1d(4), torch.nn.Linear(4, 1))
torch.save(model.state_dict(), os.path.join(folder, "model.pt"))
_, adam = run(optimizers["Adam"])
torch.save(adam.state_dict(), os.path.join(folder, "adam.pt"))
torch.save(torch.ones(2), os.path.join(folder, "legacy.pt"), _use_new_zipfile_serialization=False)
