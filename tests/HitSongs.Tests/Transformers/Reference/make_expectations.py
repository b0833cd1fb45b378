"""Writes the small models beside this file and what they must compute, by two independent ways that must agree: PyTorch's own
TransformerEncoderLayer with these weights put in, and numpy_models.py. Run: /usr/bin/python3 make_expectations.py (Debian's python3-torch)."""
import json
import os
import struct

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import numpy_models as reference

HERE = os.path.dirname(os.path.abspath(__file__))
BERT = dict(model_type="bert", architectures=["BertForMaskedLM"], vocab_size=23, hidden_size=16, num_hidden_layers=2, num_attention_heads=4, intermediate_size=24,
            max_position_embeddings=12, type_vocab_size=2, layer_norm_eps=1e-12, hidden_act="gelu", pad_token_id=0, hidden_dropout_prob=0.1,
            attention_probs_dropout_prob=0.1, id2label={"0": "flop", "1": "hit", "2": "unsure"}, label2id={"flop": 0, "hit": 1, "unsure": 2},
            transformers_version="4.33.0", use_cache=True)


def draw(shapes, seed):
    """Weights large enough that every part of a model shows in its result; rounded to the 32 bits that files hold."""
    stream = np.random.RandomState(seed)
    scale = lambda name, shape: (1, 0.3) if name.lower().endswith(("norm.weight", "ln_1.weight", "ln_2.weight", "ln_f.weight")) else (0, 0.4)
    weights = {}
    for name, shape in shapes.items():
        centre, spread = scale(name, shape)
        weights[name] = (centre + spread * stream.randn(*shape)).astype(np.float32)
    return weights


def bert_shapes(c):
    h, f = c["hidden_size"], c["intermediate_size"]
    e = "bert.embeddings."
    shapes = {e + "word_embeddings.weight": (c["vocab_size"], h), e + "position_embeddings.weight": (c["max_position_embeddings"], h),
              e + "token_type_embeddings.weight": (c["type_vocab_size"], h)}
    normal = lambda name: shapes.update({name + ".weight": (h,), name + ".bias": (h,)})
    layer = lambda name, out, into: shapes.update({name + ".weight": (out, into), name + ".bias": (out,)})
    normal(e + "LayerNorm")
    for i in range(c["num_hidden_layers"]):
        p = f"bert.encoder.layer.{i}."
        for part in ("attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"):
            layer(p + part, h, h)
        normal(p + "attention.output.LayerNorm")
        layer(p + "intermediate.dense", f, h)
        layer(p + "output.dense", h, f)
        normal(p + "output.LayerNorm")
    layer("bert.pooler.dense", h, h)
    layer("cls.predictions.transform.dense", h, h)
    normal("cls.predictions.transform.LayerNorm")
    shapes["cls.predictions.bias"] = (c["vocab_size"],)
    layer("classifier", 3, h)
    return shapes


def encoder_layer(t, heads, eps, parts, norm_first, activation, turned):
    """PyTorch's layer with weights put in; parts names them in PyTorch's order, turned says that they lie the other way round."""
    at = lambda name: t[name + ".weight"].T if turned else t[name + ".weight"]
    qkv, out, up, down, norm1, norm2 = parts
    in_weight = torch.cat([at(name) for name in qkv]) if len(qkv) > 1 else at(qkv[0])
    in_bias = torch.cat([t[name + ".bias"] for name in qkv])
    layer = nn.TransformerEncoderLayer(in_weight.shape[1], heads, at(up).shape[0], dropout=0.0, activation=activation, layer_norm_eps=eps, batch_first=True, norm_first=norm_first)
    layer.self_attn.in_proj_weight = nn.Parameter(in_weight.detach().clone())
    layer.self_attn.in_proj_bias = nn.Parameter(in_bias.detach().clone())
    for module, name in ((layer.self_attn.out_proj, out), (layer.linear1, up), (layer.linear2, down)):
        module.weight, module.bias = nn.Parameter(at(name).detach().clone()), nn.Parameter(t[name + ".bias"].detach().clone())
    for module, name in ((layer.norm1, norm1), (layer.norm2, norm2)):
        module.weight, module.bias = nn.Parameter(t[name + ".weight"].detach().clone()), nn.Parameter(t[name + ".bias"].detach().clone())
    return layer.double()


def torch_bert(weights, c, ids, mask, types, labels):
    t = {name: torch.tensor(value, dtype=torch.float64) for name, value in weights.items()}
    words = t["bert.embeddings.word_embeddings.weight"].requires_grad_()
    h, eps = c["hidden_size"], c["layer_norm_eps"]
    normal = lambda x, name: F.layer_norm(x, (h,), t[name + ".weight"], t[name + ".bias"], eps)
    dense = lambda x, name: F.linear(x, t[name + ".weight"], t[name + ".bias"])
    x = words[ids] + t["bert.embeddings.token_type_embeddings.weight"][types] + t["bert.embeddings.position_embeddings.weight"][: ids.shape[1]]
    x = normal(x, "bert.embeddings.LayerNorm")
    layers = []
    for i in range(c["num_hidden_layers"]):
        p = f"bert.encoder.layer.{i}."
        qkv = [p + "attention.self." + n for n in ("query", "key", "value")]
        parts = (qkv, p + "attention.output.dense", p + "intermediate.dense", p + "output.dense", p + "attention.output.LayerNorm", p + "output.LayerNorm")
        layers.append(encoder_layer(t, c["num_attention_heads"], eps, parts, False, "gelu", False))
        x = layers[-1](x, src_key_padding_mask=mask == 0)
    pooled = torch.tanh(dense(x[:, 0], "bert.pooler.dense"))
    logits = dense(pooled, "classifier")
    loss = F.cross_entropy(logits, labels)
    loss.backward()
    gradients = {
        "bert.embeddings.word_embeddings.weight": words.grad,
        "bert.encoder.layer.0.attention.self.query.weight": layers[0].self_attn.in_proj_weight.grad[:h],
        "bert.encoder.layer.0.attention.self.value.bias": layers[0].self_attn.in_proj_bias.grad[2 * h:],
        "bert.encoder.layer.0.intermediate.dense.weight": layers[0].linear1.weight.grad,
        "bert.encoder.layer.1.output.LayerNorm.weight": layers[1].norm2.weight.grad,
    }
    results = dict(last_hidden_state=x, pooler_output=pooled, class_logits=logits)
    return {name: value.detach().numpy() for name, value in results.items()}, loss.item(), {name: value.numpy() for name, value in gradients.items()}


def save_safetensors(weights, path):
    header, offset = {"__metadata__": {"format": "pt"}}, 0
    for name in sorted(weights):
        header[name] = dict(dtype="F32", shape=list(weights[name].shape), data_offsets=[offset, offset + weights[name].nbytes])
        offset += weights[name].nbytes
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(weights[name].tobytes() for name in sorted(weights)))


def save_config(config, folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, "config.json"), "w") as file:
        file.write(json.dumps(config, indent=2, sort_keys=True) + "\n")


def agreed(ours, theirs):
    for name, value in ours.items():
        difference = np.abs(value - theirs[name]).max()
        assert difference < 1e-10, f"NumPy and PyTorch differ by {difference} in {name}"
    return ours


def numbers(value):
    return [float(f"{x:.9g}") for x in np.asarray(value).reshape(-1)]


def save_expected(name, fields):
    with open(os.path.join(HERE, name + ".json"), "w") as file:
        file.write(json.dumps({key: value if isinstance(value, (float, list, dict)) else numbers(value) for key, value in fields.items()}, indent=1) + "\n")


def main():
    weights = draw(bert_shapes(BERT), 1)
    weights["bert.embeddings.word_embeddings.weight"][0] = 0
    ids = np.array([[2, 5, 7, 22, 11, 3, 0], [2, 9, 1, 14, 3, 0, 0]])
    mask = (ids != 0).astype(np.int64)
    types = np.array([[0, 0, 0, 0, 1, 1, 0], [0, 0, 0, 0, 0, 0, 0]])
    labels = np.array([2, 0])
    wide = {name: value.astype(np.float64) for name, value in weights.items()}
    by_torch, loss, gradients = torch_bert(weights, BERT, *(torch.tensor(x) for x in (ids, mask, types, labels)))
    # Padding is compared too: it looks at the same tokens as the rest.
    results = agreed(reference.bert(wide, BERT, ids, mask, types), by_torch)
    assert abs(loss - reference.cross_entropy(results["class_logits"], labels)) < 1e-10
    loss_now = lambda: reference.cross_entropy(reference.bert(wide, BERT, ids, mask, types)["class_logits"], labels)
    for name, value in gradients.items():
        difference = np.abs(reference.slopes(loss_now, wide, name) - value.reshape(-1)).max()
        assert difference < 1e-7, f"NumPy's slopes and PyTorch's gradients differ by {difference} in {name}"
    save_config(BERT, os.path.join(HERE, "bert"))
    save_safetensors(weights, os.path.join(HERE, "bert", "model.safetensors"))
    save_expected("bert", dict(
        input_ids=ids.tolist(), attention_mask=mask.tolist(), token_type_ids=types.tolist(), **results, class_loss=loss,
        gradients={name: numbers(value) for name, value in gradients.items()}))

    # The same weights as files from before safetensors have them: pickled, with gamma and beta, and with what is computed anyhow.
    old = {name.replace("LayerNorm.weight", "LayerNorm.gamma").replace("LayerNorm.bias", "LayerNorm.beta"): torch.tensor(value) for name, value in weights.items()}
    old["bert.embeddings.position_ids"] = torch.arange(BERT["max_position_embeddings"])[None]
    old["cls.predictions.decoder.weight"] = old["bert.embeddings.word_embeddings.weight"]
    save_config(BERT, os.path.join(HERE, "bert-bin"))
    torch.save(old, os.path.join(HERE, "bert-bin", "pytorch_model.bin"))



if __name__ == "__main__":
    main()
