"""BERT in NumPy, in 64-bit numbers and as plainly as can be: what the C# model is compared with. weights: name -> array."""
import math

import numpy as np

LOWEST = -1e30


def erf(x):
    return np.vectorize(math.erf)(x)


def gelu(x):
    return x * 0.5 * (1 + erf(x / math.sqrt(2)))


def softmax(x):
    e = np.exp(x - x.max(-1, keepdims=True))
    return e / e.sum(-1, keepdims=True)


def norm(x, w, name, eps):
    centred = x - x.mean(-1, keepdims=True)
    return centred / np.sqrt((centred ** 2).mean(-1, keepdims=True) + eps) * w[name + ".weight"] + w[name + ".bias"]


def dense(x, w, name):
    return x @ w[name + ".weight"].T + w[name + ".bias"]


def attention(q, k, v, heads, mask):
    batch, length, hidden = q.shape
    split = lambda x: x.reshape(batch, length, heads, hidden // heads).transpose(0, 2, 1, 3)
    scores = split(q) @ split(k).transpose(0, 1, 3, 2) / math.sqrt(hidden // heads) + mask
    return (softmax(scores) @ split(v)).transpose(0, 2, 1, 3).reshape(batch, length, hidden)


def bert(w, config, ids, mask, types):
    eps = config["layer_norm_eps"]
    e = "bert.embeddings."
    x = w[e + "word_embeddings.weight"][ids] + w[e + "token_type_embeddings.weight"][types] + w[e + "position_embeddings.weight"][: ids.shape[1]]
    x = norm(x, w, e + "LayerNorm", eps)
    hidden_from = np.where(mask == 0, LOWEST, 0)[:, None, None, :]
    for i in range(config["num_hidden_layers"]):
        p = f"bert.encoder.layer.{i}."
        q, k, v = (dense(x, w, p + "attention.self." + n) for n in ("query", "key", "value"))
        heard = dense(attention(q, k, v, config["num_attention_heads"], hidden_from), w, p + "attention.output.dense")
        x = norm(x + heard, w, p + "attention.output.LayerNorm", eps)
        x = norm(x + dense(gelu(dense(x, w, p + "intermediate.dense")), w, p + "output.dense"), w, p + "output.LayerNorm", eps)
    pooled = np.tanh(dense(x[:, 0], w, "bert.pooler.dense"))
    return {
        "last_hidden_state": x,
        "pooler_output": pooled,
        "class_logits": dense(pooled, w, "classifier"),
    }


def cross_entropy(logits, labels):
    return float(-np.log(softmax(logits)[np.arange(len(labels)), labels]).mean())


def slopes(loss, weights, name, step=1e-5):
    """What the loss changes by with each number of a weight, from small steps to both sides."""
    flat, found = weights[name].reshape(-1), []
    for i, kept in enumerate(flat.copy()):
        flat[i] = kept + step
        above = loss()
        flat[i] = kept - step
        found.append((above - loss()) / (2 * step))
        flat[i] = kept
    return np.array(found)
