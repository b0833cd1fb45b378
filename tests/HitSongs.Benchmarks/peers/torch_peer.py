"""The Python half of the comparison: the same workloads, models and shapes as Torch/*.cs, the same questions and answers as TorchHalf.cs."""
import sys
import time

import torch
from torch import nn
from torch.nn import functional as F

import bert_peer

torch.set_num_threads(1)
ROWS, BATCH, LENGTH, CLASSES = 20000, 16, 20, 10


def adding(requires_grad):
    def work(times):
        a = torch.ones(8, requires_grad=requires_grad)
        b = torch.ones(8)
        with torch.set_grad_enabled(requires_grad):
            for _ in range(times):
                sum = a + b
    return work


def network():
    return nn.Sequential(nn.Linear(32, 64), nn.ReLU(), nn.Linear(64, 10))


def adam(parameters):
    return torch.optim.Adam(parameters, 1e-3)


def training(batch):
    torch.manual_seed(0)
    inputs, targets = torch.randn(ROWS, 32), torch.randint(0, 10, (ROWS,))
    model = network()
    optimizer = adam(model.parameters())
    criterion = nn.CrossEntropyLoss()
    order = torch.randperm(ROWS)
    position = 0

    def work(times):
        nonlocal position
        for _ in range(times):
            if position + batch > ROWS:
                position = 0
            chosen = order[position:position + batch]
            position += batch
            x, y = inputs[chosen], targets[chosen]
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(model(x), y)
            loss.backward()
            optimizer.step()
            loss.item()
    return work


def inference(batch):
    torch.manual_seed(0)
    x = torch.randn(batch, 32)
    model = network()

    def work(times):
        with torch.no_grad():
            for _ in range(times):
                output = model(x)
    return work


class Block(nn.Module):
    def __init__(self, before, after, stride):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(before, after, 3, stride, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU(), nn.Conv2d(after, after, 3, 1, 1, bias=False), nn.BatchNorm2d(after))
        same = before == after and stride == 1
        self.shortcut = nn.Sequential() if same else nn.Sequential(nn.Conv2d(before, after, 1, stride, bias=False), nn.BatchNorm2d(after))

    def forward(self, x):
        return F.relu(self.body(x) + self.shortcut(x))


def resnet():
    torch.manual_seed(0)
    model = nn.Sequential(
        nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1),
        Block(64, 64, 1), Block(64, 64, 1), Block(64, 128, 2), Block(128, 128, 1),
        Block(128, 256, 2), Block(256, 256, 1), Block(256, 512, 2), Block(512, 512, 1),
        nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(512, 1000)).eval()
    picture = torch.randn(1, 3, 224, 224)

    def work(times):
        with torch.no_grad():
            for _ in range(times):
                model(picture)
    return work


def sequence_training(modules, scores):
    targets = torch.randint(0, CLASSES, (BATCH,))
    optimizer = adam([p for module in modules for p in module.parameters()])
    criterion = nn.CrossEntropyLoss()

    def work(times):
        for _ in range(times):
            optimizer.zero_grad(set_to_none=True)
            loss = criterion(scores(), targets)
            loss.backward()
            optimizer.step()
            loss.item()
    return work


def lstm():
    torch.manual_seed(0)
    model, head = nn.LSTM(32, 64, batch_first=True), nn.Linear(64, CLASSES)
    x = torch.randn(BATCH, LENGTH, 32)
    return sequence_training([model, head], lambda: head(model(x)[0][:, -1]))


def transformer():
    torch.manual_seed(0)
    model, head = nn.TransformerEncoder(nn.TransformerEncoderLayer(64, 4, 128), 2), nn.Linear(64, CLASSES)
    x = torch.randn(LENGTH, BATCH, 64)
    return sequence_training([model, head], lambda: head(model(x).mean(0)))


PREPARE = {
    "add without grad": lambda: adding(False),
    "add with grad": lambda: adding(True),
    "MLP training step, batch 256": lambda: training(256),
    "MLP training step, batch 32": lambda: training(32),
    "MLP inference, batch 256": lambda: inference(256),
    "MLP inference, batch 1": lambda: inference(1),
    "ResNet-18 forward, batch 1": resnet,
    "LSTM training step": lstm,
    "TransformerEncoder training step": transformer,
    "BERT-tiny training step": bert_peer.training,
    "BERT-tiny inference, batch 8": bert_peer.inference,
}

prepared = {}
for line in sys.stdin:
    name, count = line.rstrip("\n").split("\t")
    if name not in prepared:
        prepared[name] = PREPARE[name]()
    before = time.process_time_ns()
    prepared[name](int(count))
    print((time.process_time_ns() - before) / int(count), flush=True)
