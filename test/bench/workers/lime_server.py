"""lime's side of the explanation of a note: one line of JSON in, one out; see explanation-worker.ts
for the messages. lime as it stands on PyPI, with a classifier as a skilled user writes one: a fast
tokenizer, batches of 32 padded to their longest, no gradients. `sorted` batches texts by length.
"""

import json
import re
import sys
import time

import numpy as np
import torch
from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

SHAPES = {"tiny": (2, 128, 2), "mini": (4, 256, 4), "small": (4, 512, 8), "base": (12, 768, 12)}
BATCH = 32


def peak_bytes():
    try:
        with open("/proc/self/status") as status:
            return int(re.search(r"^VmHWM:\s+(\d+) kB$", status.read(), re.M).group(1)) * 1024
    except (OSError, AttributeError):
        return None


def open_classifier(request):
    torch.set_num_threads(request["threads"])
    layers, hidden, heads = SHAPES[request["size"]]
    tokenizer = BertTokenizerFast(request["vocabularyPath"], do_lower_case=True)
    torch.manual_seed(1)
    model = BertForSequenceClassification(BertConfig(
        vocab_size=len(tokenizer), hidden_size=hidden, num_hidden_layers=layers,
        num_attention_heads=heads, intermediate_size=4 * hidden)).eval()

    def classify(texts):
        order = range(len(texts))
        if request["sorted"]:
            order = sorted(order, key=lambda at: len(texts[at]))
        said = np.empty((len(texts), 2))
        with torch.inference_mode():
            for start in range(0, len(texts), BATCH):
                chosen = order[start:start + BATCH]
                batch = tokenizer([texts[at] for at in chosen], padding=True, truncation=True,
                                  max_length=512, return_tensors="pt")
                said[list(chosen)] = torch.softmax(model(**batch).logits, dim=-1).numpy()
        return said

    return classify


if __name__ == "__main__":
    from lime.lime_text import LimeTextExplainer

    for line in sys.stdin:
        request = json.loads(line)
        classify = open_classifier(request)
        explainer = LimeTextExplainer(random_state=1)
        started = time.perf_counter()
        explainer.explain_instance(request["note"], classify, num_samples=request["samples"])
        print(json.dumps({
            "elapsedMs": 1000 * (time.perf_counter() - started),
            "words": len(set(re.findall(r"\w+", request["note"]))),
            "peakBytes": peak_bytes(),
        }), flush=True)
