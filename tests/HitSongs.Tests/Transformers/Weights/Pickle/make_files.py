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
_, adam = run(lambda p: torch.optim.Adam(p, 0.01, weight_decay=0.1))
torch.save(adam.state_dict(), os.path.join(folder, "adam.pt"))
torch.save(torch.ones(2), os.path.join(folder, "legacy.pt"), _use_new_zipfile_serialization=False)
