"""PyTorch's side of the bench: one line of JSON in, one out; see ../jobs.ts for the messages.

The model is BERT as Hugging Face's `BertForMaskedLM`, `BertForSequenceClassification` and
`BertForTokenClassification` compute it (three separate projections, an additive mask, the head at
every position), written with torch.nn.functional so that nothing but PyTorch is needed.
"""

import json
import math
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

ACTIVATIONS = {
    "gelu": F.gelu,
    "gelu-tanh": lambda x: F.gelu(x, approximate="tanh"),
    "relu": F.relu,
}
CHUNK = 1 << 20


def hash_name(name):
    value = 0x811C9DC5
    for character in name:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return value


def noise(name, size):
    """As fill-parameters.ts, bit for bit; in chunks, to leave the peak memory alone."""
    values = np.empty(size, dtype=np.float32)
    offset = hash_name(name)
    for start in range(0, size, CHUNK):
        end = min(start + CHUNK, size)
        word = (np.arange(start, end, dtype=np.uint64) + offset).astype(np.uint32)
        for _ in range(2):
            word = (word ^ (word >> np.uint32(16))) * np.uint32(0x45D9F3B)
        word ^= word >> np.uint32(16)
        values[start:end] = (word.astype(np.float64) / 2**32 - 0.5) * 0.07
    return values


def list_shapes(c, head):
    hidden, wide = c["hiddenSize"], c["intermediateSize"]
    shapes = {
        "embeddings.word_embeddings.weight": [c["vocabularySize"], hidden],
        "embeddings.position_embeddings.weight": [c["maxPositions"], hidden],
        "embeddings.token_type_embeddings.weight": [c["tokenTypeCount"], hidden],
    }

    def linear(name, out, into):
        shapes[name + ".weight"] = [out, into]
        shapes[name + ".bias"] = [out]

    def norm(name):
        shapes[name + ".weight"] = [hidden]
        shapes[name + ".bias"] = [hidden]

    norm("embeddings.LayerNorm")
    for layer in range(c["layerCount"]):
        prefix = f"encoder.layer.{layer}."
        for part in ("query", "key", "value"):
            linear(f"{prefix}attention.self.{part}", hidden, hidden)
        linear(prefix + "attention.output.dense", hidden, hidden)
        norm(prefix + "attention.output.LayerNorm")
        linear(prefix + "intermediate.dense", wide, hidden)
        linear(prefix + "output.dense", hidden, wide)
        norm(prefix + "output.LayerNorm")
    if head["kind"] == "masked-language-model":
        linear("cls.predictions.transform.dense", hidden, hidden)
        norm("cls.predictions.transform.LayerNorm")
        shapes["cls.predictions.bias"] = [c["vocabularySize"]]
    elif head["kind"] == "sequence-classification":
        linear("pooler.dense", hidden, hidden)
        linear("classifier", head["labelCount"], hidden)
    else:
        linear("classifier", head["labelCount"], hidden)
    return shapes


def make_parameters(job):
    parameters = {}
    for name, shape in list_shapes(job["encoder"], job["head"]).items():
        if name.endswith("LayerNorm.weight"):
            values = torch.ones(shape)
        elif name.endswith("bias"):
            values = torch.zeros(shape)
        else:
            values = torch.from_numpy(noise(name, int(np.prod(shape)))).reshape(shape)
        parameters[name] = values.requires_grad_(True)
    return parameters


def make_batch(batch):
    rows, columns = batch["rows"], batch["columns"]
    lengths = torch.tensor(batch["lengths"])
    padded = torch.arange(columns)[None, :] >= lengths[:, None]
    positions = torch.tensor(batch["positions"], dtype=torch.int64)
    labels = torch.tensor(batch["labels"], dtype=torch.int64)
    every = torch.full((rows * columns,), -100, dtype=torch.int64)
    every[positions] = labels
    return {
        "ids": torch.tensor(batch["inputIds"], dtype=torch.int64).reshape(rows, columns),
        "types": torch.zeros(rows, columns, dtype=torch.int64),
        "mask": padded[:, None, None, :].to(torch.float32) * torch.finfo(torch.float32).min,
        "positions": positions,
        "labels": labels,
        "every": every,
    }


class Model:
    def __init__(self, job):
        self.c = job["encoder"]
        self.kind = job["head"]["kind"]
        self.rate = job["dropoutRate"]
        self.p = make_parameters(job)
        self.activation = ACTIVATIONS[self.c["hiddenActivation"]]
        self.training = False

    def linear(self, x, name):
        return F.linear(x, self.p[name + ".weight"], self.p[name + ".bias"])

    def norm(self, x, name):
        p = self.p
        weight, bias = p[name + ".weight"], p[name + ".bias"]
        return F.layer_norm(x, (self.c["hiddenSize"],), weight, bias, self.c["layerNormEpsilon"])

    def drop(self, x):
        if self.rate == 0 or not self.training:
            return x
        return F.dropout(x, self.rate, True)

    def encode(self, batch):
        p, c = self.p, self.c
        rows, columns = batch["ids"].shape
        heads, size = c["headCount"], c["hiddenSize"] // c["headCount"]
        x = F.embedding(batch["ids"], p["embeddings.word_embeddings.weight"])
        x = x + F.embedding(batch["types"], p["embeddings.token_type_embeddings.weight"])
        start = c["positionOffset"]
        x = x + p["embeddings.position_embeddings.weight"][start : start + columns]
        x = self.drop(self.norm(x, "embeddings.LayerNorm"))

        def split(t):
            return t.view(rows, columns, heads, size).permute(0, 2, 1, 3)

        for layer in range(c["layerCount"]):
            prefix = f"encoder.layer.{layer}."
            q, k, v = (
                split(self.linear(x, f"{prefix}attention.self.{part}"))
                for part in ("query", "key", "value")
            )
            scores = torch.matmul(q, k.transpose(-1, -2)) / math.sqrt(size) + batch["mask"]
            context = torch.matmul(self.drop(torch.softmax(scores, -1)), v)
            context = context.permute(0, 2, 1, 3).contiguous().view(rows, columns, -1)
            attended = self.drop(self.linear(context, prefix + "attention.output.dense"))
            x = self.norm(attended + x, prefix + "attention.output.LayerNorm")
            wide = self.activation(self.linear(x, prefix + "intermediate.dense"))
            narrow = self.drop(self.linear(wide, prefix + "output.dense"))
            x = self.norm(narrow + x, prefix + "output.LayerNorm")
        return x.view(rows * columns, -1)

    def logits(self, batch, places):
        x = self.encode(batch)
        at_targets = places == "targets-only" or self.kind == "sequence-classification"
        if at_targets:
            x = x[batch["positions"]]
        if self.kind == "masked-language-model":
            x = self.activation(self.linear(x, "cls.predictions.transform.dense"))
            x = self.norm(x, "cls.predictions.transform.LayerNorm")
            embeddings = self.p["embeddings.word_embeddings.weight"]
            return at_targets, F.linear(x, embeddings, self.p["cls.predictions.bias"])
        if self.kind == "sequence-classification":
            x = torch.tanh(self.linear(x, "pooler.dense"))
        return at_targets, self.linear(self.drop(x), "classifier")

    def loss(self, batch, places):
        at_targets, logits = self.logits(batch, places)
        return F.cross_entropy(logits, batch["labels"] if at_targets else batch["every"])


def make_optimiser(parameters):
    decays = [p for p in parameters.values() if p.dim() > 1]
    others = [p for p in parameters.values() if p.dim() == 1]
    groups = [
        {"params": decays, "weight_decay": 0.01},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.999), eps=1e-8)


def ms_since(start):
    return (time.perf_counter() - start) * 1e3


class ModelWork:
    def __init__(self, job):
        self.predicts = job["kind"] == "prediction"
        self.model = Model(job)
        self.plans = {
            name: [make_batch(batch) for batch in batches] for name, batches in job["plans"].items()
        }
        self.parameters = self.model.p
        self.optimiser = None if self.predicts else make_optimiser(self.parameters)
        self.first_losses = {}
        first = next(iter(self.plans.values()))[0]
        if not self.predicts:
            with torch.no_grad():
                for places in job["checkLosses"]:
                    self.first_losses[places] = float(self.model.loss(first, places))

    def run(self, request):
        compute, update, losses = [], [], []
        places = request["places"]
        for _ in range(request["repeat"]):
            for batch in self.plans[request["plan"]]:
                start = time.perf_counter()
                if self.predicts:
                    with torch.inference_mode():
                        self.model.logits(batch, places)
                    compute.append(ms_since(start))
                    update.append(0)
                    continue
                self.model.training = True
                self.optimiser.zero_grad(set_to_none=True)
                loss = self.model.loss(batch, places)
                loss.backward()
                compute.append(ms_since(start))
                start = time.perf_counter()
                torch.nn.utils.clip_grad_norm_(self.parameters.values(), 1.0)
                self.optimiser.step()
                update.append(ms_since(start))
                losses.append(float(loss))
        return {"computeMs": compute, "updateMs": update, "losses": losses}


class UpdateWork:
    """`computeMs` is clipping, `updateMs` is AdamW alone."""

    first_losses = {}

    def __init__(self, job):
        self.parameters = make_parameters(job)
        for name, p in self.parameters.items():
            gradient = noise(f"gradient of {name}", p.numel())
            p.grad = torch.from_numpy(gradient).reshape(p.shape)
        self.optimiser = make_optimiser(self.parameters)

    def run(self, request):
        clip, update = [], []
        for _ in range(request["repeat"]):
            start = time.perf_counter()
            torch.nn.utils.clip_grad_norm_(self.parameters.values(), 1e9)
            clip.append(ms_since(start))
            start = time.perf_counter()
            self.optimiser.step()
            update.append(ms_since(start))
        return {"computeMs": clip, "updateMs": update, "losses": []}


def peak_bytes():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * 1024
    return None


def main():
    work = None
    for line in sys.stdin:
        message = json.loads(line)
        if work is None:
            torch.set_num_threads(message["threads"])
            torch.manual_seed(0)
            work = UpdateWork(message) if message["kind"] == "update" else ModelWork(message)
            count = sum(p.numel() for p in work.parameters.values())
            versions = {"python": sys.version.split()[0], "torch": torch.__version__}
            answer = {
                "parameterCount": count,
                "firstLosses": work.first_losses,
                "versions": versions,
            }
        elif message["do"] == "peak":
            answer = {"peakBytes": peak_bytes()}
        else:
            answer = work.run(message)
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
