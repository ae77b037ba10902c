"""PyTorch's side of the GPU measurement: a job as JSON on stdin (job.ts), a report on stdout.

The model is that of ../workers/torch_server.py, with logits at every position as Hugging Face's
scripts compute them; attention written out, and through scaled_dot_product_attention, which recent
versions of Transformers use. Arithmetic: float32, float32 with TF32 products, and bfloat16 under
autocast with float32 weights.
"""

import contextlib
import json
import pathlib
import sys
import time

import torch
import torch.nn.functional as F

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "workers"))
import torch_server  # noqa: E402


class SdpaModel(torch_server.Model):
    """The same model with PyTorch's fused attention."""

    def encode(self, batch):
        p, c = self.p, self.c
        rows, columns = batch["ids"].shape
        heads, size = c["headCount"], c["hiddenSize"] // c["headCount"]
        x = F.embedding(batch["ids"], p["embeddings.word_embeddings.weight"])
        x = x + F.embedding(batch["types"], p["embeddings.token_type_embeddings.weight"])
        start = c["positionOffset"]
        x = x + p["embeddings.position_embeddings.weight"][start : start + columns]
        x = self.drop(self.norm(x, "embeddings.LayerNorm"))
        for layer in range(c["layerCount"]):
            prefix = f"encoder.layer.{layer}."
            q, k, v = (
                self.linear(x, f"{prefix}attention.self.{part}")
                .view(rows, columns, heads, size)
                .transpose(1, 2)
                for part in ("query", "key", "value")
            )
            rate = self.rate if self.training else 0.0
            context = F.scaled_dot_product_attention(q, k, v, dropout_p=rate)
            context = context.transpose(1, 2).reshape(rows, columns, -1)
            attended = self.drop(self.linear(context, prefix + "attention.output.dense"))
            x = self.norm(attended + x, prefix + "attention.output.LayerNorm")
            wide = self.activation(self.linear(x, prefix + "intermediate.dense"))
            narrow = self.drop(self.linear(wide, prefix + "output.dense"))
            x = self.norm(narrow + x, prefix + "output.LayerNorm")
        return x.view(rows * columns, -1)


def wait(device):
    if device == "cuda":
        torch.cuda.synchronize()


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def autocast(device, arithmetic):
    if arithmetic == "bfloat16":
        return torch.autocast(device_type=device, dtype=torch.bfloat16)
    return contextlib.nullcontext()


def set_arithmetic(arithmetic):
    torch.backends.cuda.matmul.allow_tf32 = arithmetic == "tf32"
    torch.backends.cudnn.allow_tf32 = arithmetic == "tf32"


def measure_limit(job, arithmetic):
    device, size = job["device"], job["limitSize"]
    kind = torch.bfloat16 if arithmetic == "bfloat16" else torch.float32
    a, b = (torch.full((size, size), 0.01, device=device, dtype=kind) for _ in range(2))
    times = []
    for _ in range(job["steps"] + 2):
        wait(device)
        start = time.perf_counter()
        for _ in range(8):
            torch.matmul(a, b)
        wait(device)
        times.append((time.perf_counter() - start) / 8)
    return 2 * size**3 / median(times[2:])


def make_optimiser(parameters, device):
    if device != "cuda":
        return torch_server.make_optimiser(parameters)
    decays = [p for p in parameters.values() if p.dim() > 1]
    others = [p for p in parameters.values() if p.dim() == 1]
    groups = [
        {"params": decays, "weight_decay": 0.01},
        {"params": others, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=1e-4, betas=(0.9, 0.999), eps=1e-8, fused=True)


def measure(job, model_class, arithmetic):
    device = job["device"]
    set_arithmetic(arithmetic)
    model = model_class(job)
    model.p = {k: v.detach().to(device).requires_grad_(True) for k, v in model.p.items()}
    batch = {k: v.to(device) for k, v in torch_server.make_batch(job["batch"]).items()}
    with torch.no_grad(), autocast(device, arithmetic):
        first_loss = float(model.loss(batch, "every-position"))
    model.training = True
    optimiser = make_optimiser(model.p, device)
    compute, update = [], []
    for step in range(job["warmUpSteps"] + job["steps"]):
        wait(device)
        start = time.perf_counter()
        optimiser.zero_grad(set_to_none=True)
        with autocast(device, arithmetic):
            loss = model.loss(batch, "every-position")
        loss.backward()
        wait(device)
        computed = time.perf_counter()
        torch.nn.utils.clip_grad_norm_(model.p.values(), 1.0)
        optimiser.step()
        wait(device)
        if step >= job["warmUpSteps"]:
            compute.append((computed - start) * 1e3)
            update.append((time.perf_counter() - computed) * 1e3)
    return {
        "computeMs": median(compute),
        "updateMs": median(update),
        "limit": measure_limit(job, arithmetic),
        "firstLoss": first_loss,
    }


def main():
    job = json.load(sys.stdin)
    if job["device"] == "cuda" and not torch.cuda.is_available():
        sys.exit("PyTorch finds no CUDA device.")
    models = {"attention written out": torch_server.Model}
    if hasattr(F, "scaled_dot_product_attention"):
        models["fused attention"] = SdpaModel
    # The others are arithmetics of cards; a trial on a CPU shows whether all runs.
    arithmetics = ("float32", "tf32", "bfloat16") if job["device"] == "cuda" else ("float32",)
    steps = []
    for arithmetic in arithmetics:
        for name, model_class in models.items():
            try:
                measured = measure(job, model_class, arithmetic)
            except RuntimeError as error:
                # Too little memory, say: the others are still worth having.
                print(f"{arithmetic}, {name}: {error}", file=sys.stderr, flush=True)
                continue
            steps.append({"name": f"PyTorch, {arithmetic}, {name}", **measured})
            total = measured["computeMs"] + measured["updateMs"]
            print(f"{steps[-1]['name']}: {total:.1f} ms", file=sys.stderr, flush=True)
    versions = {"python": sys.version.split()[0], "torch": torch.__version__}
    if job["device"] == "cuda":
        versions["cuda"] = str(torch.version.cuda)
        versions["card"] = torch.cuda.get_device_name()
    print(json.dumps({"versions": versions, "steps": steps}))


main()
