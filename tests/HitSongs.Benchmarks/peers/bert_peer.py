"""BERT in Python as the Transformers library computes it (attention operator by operator), with the shapes of Torch/Berts.cs."""
import math

import torch
from torch import nn
from torch.nn import functional as F

VOCABULARY, HIDDEN, LAYERS, HEADS, INNER, PLACES, LABELS = 1000, 128, 2, 2, 512, 64, 2
BATCH, LENGTH, DROPOUT = 8, 32, 0.1


class Embeddings(nn.Module):
    def __init__(self):
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, HIDDEN, padding_idx=0)
        self.places = nn.Embedding(PLACES, HIDDEN)
        self.types = nn.Embedding(2, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)
        self.register_buffer("place_ids", torch.arange(PLACES)[None])
        self.register_buffer("type_ids", torch.zeros(1, PLACES, dtype=torch.long))

    def forward(self, ids):
        length = ids.size(1)
        x = self.words(ids) + self.types(self.type_ids[:, :length].expand(ids.size(0), length))
        x += self.places(self.place_ids[:, :length])
        return self.dropout(self.norm(x))


class SelfAttention(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value = (nn.Linear(HIDDEN, HIDDEN) for _ in range(3))
        self.dropout = nn.Dropout(DROPOUT)

    def split(self, x):
        return x.view(x.size()[:-1] + (HEADS, HIDDEN // HEADS)).permute(0, 2, 1, 3)

    def forward(self, x, mask):
        key, value, query = self.split(self.key(x)), self.split(self.value(x)), self.split(self.query(x))
        scores = torch.matmul(query, key.transpose(-1, -2)) / math.sqrt(HIDDEN // HEADS) + mask
        weights = self.dropout(F.softmax(scores, dim=-1))
        heard = torch.matmul(weights, value).permute(0, 2, 1, 3).contiguous()
        return heard.view(heard.size()[:-2] + (HIDDEN,))


class Output(nn.Module):
    def __init__(self, inputs):
        super().__init__()
        self.dense = nn.Linear(inputs, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x, shortcut):
        return self.norm(self.dropout(self.dense(x)) + shortcut)


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.attention, self.attended = SelfAttention(), Output(HIDDEN)
        self.up, self.down = nn.Linear(HIDDEN, INNER), Output(INNER)

    def forward(self, x, mask):
        x = self.attended(self.attention(x, mask), x)
        return self.down(F.gelu(self.up(x)), x)


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.embeddings = Embeddings()
        self.layers = nn.ModuleList([Layer() for _ in range(LAYERS)])
        self.pooler = nn.Linear(HIDDEN, HIDDEN)
        self.dropout = nn.Dropout(DROPOUT)
        self.classifier = nn.Linear(HIDDEN, LABELS)

    def forward(self, ids, attention_mask):
        mask = (1.0 - attention_mask[:, None, None, :].to(torch.float32)) * torch.finfo(torch.float32).min
        x = self.embeddings(ids)
        for layer in self.layers:
            x = layer(x, mask)
        return self.classifier(self.dropout(torch.tanh(self.pooler(x[:, 0]))))


def texts():
    ids, mask = torch.randint(1, VOCABULARY, (BATCH, LENGTH)), torch.ones(BATCH, LENGTH, dtype=torch.long)
    for row in range(BATCH):
        mask[row, LENGTH - row:] = 0
    return ids, mask


def training():
    torch.manual_seed(0)
    model = Classifier().train()
    (ids, mask), labels = texts(), torch.randint(0, LABELS, (BATCH,))
    optimizer = torch.optim.AdamW(model.parameters(), 1e-4, weight_decay=0.01)

    def work(times):
        for _ in range(times):
            optimizer.zero_grad(set_to_none=True)
            loss = F.cross_entropy(model(ids, mask), labels)
            loss.backward()
            optimizer.step()
            loss.item()
    return work


def inference():
    torch.manual_seed(0)
    model = Classifier().eval()
    ids, mask = texts()

    def work(times):
        with torch.no_grad():
            for _ in range(times):
                model(ids, mask)
    return work
