"""PyTorch's side of the vectors of mentions: one line of JSON in, one out; see
mention-vectors-worker.ts for the messages. transformers as a skilled user writes it: a fast tokenizer,
batches of 32 sorted by length, no gradients, sentences without mentions left out.
"""

import json
import sys
import time

import torch
from lime_server import SHAPES, peak_bytes
from torch_server import noise
from transformers import BertConfig, BertModel, BertTokenizerFast

BATCH = 32
SHOWN = 20


def open_model(request):
    torch.set_num_threads(request["threads"])
    layers, hidden, heads = SHAPES[request["size"]]
    tokenizer = BertTokenizerFast(request["vocabularyPath"], do_lower_case=True)
    model = BertModel(BertConfig(
        vocab_size=len(tokenizer), hidden_size=hidden, num_hidden_layers=layers,
        num_attention_heads=heads, intermediate_size=4 * hidden), add_pooling_layer=False).eval()
    with torch.no_grad():
        for name, values in model.named_parameters():
            if name.endswith("LayerNorm.weight"):
                values.fill_(1)
            elif name.endswith("bias"):
                values.fill_(0)
            else:
                values.copy_(torch.as_tensor(noise(name, values.numel())).reshape(values.shape))
    return tokenizer, model


def embed(tokenizer, model, sentences):
    asked = [at for at, sentence in enumerate(sentences) if sentence["mentions"]]
    encoded = tokenizer([sentences[at]["words"] for at in asked], is_split_into_words=True,
                        truncation=True, max_length=512)
    order = sorted(range(len(asked)), key=lambda at: len(encoded["input_ids"][at]))
    vectors = {}
    with torch.inference_mode():
        for start in range(0, len(order), BATCH):
            chosen = order[start:start + BATCH]
            batch = tokenizer.pad({
                "input_ids": [encoded["input_ids"][at] for at in chosen],
                "attention_mask": [encoded["attention_mask"][at] for at in chosen],
            }, return_tensors="pt")
            states = model(**batch).last_hidden_state
            for row, at in enumerate(chosen):
                words = encoded.word_ids(at)
                for number, (first, end) in enumerate(sentences[asked[at]]["mentions"]):
                    pieces = [column for column, word in enumerate(words)
                              if word is not None and first <= word < end]
                    vectors[asked[at], number] = states[row, pieces].mean(dim=0)
    return [vectors[at, number] for at in asked for number in range(len(sentences[at]["mentions"]))]


if __name__ == "__main__":
    for line in sys.stdin:
        request = json.loads(line)
        tokenizer, model = open_model(request)
        started = time.perf_counter()
        vectors = embed(tokenizer, model, request["sentences"])
        print(json.dumps({
            "elapsedMs": 1000 * (time.perf_counter() - started),
            "mentions": len(vectors),
            "firstVectors": [vector.tolist() for vector in vectors[:SHOWN]],
            "peakBytes": peak_bytes(),
        }), flush=True)
