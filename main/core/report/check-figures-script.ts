/**
 * `check_figures.py`: derives the figures of a study anew, from `note-scores.csv`, `label-scores.csv`
 * and `entity-spans.csv`, with scikit-learn, SciPy and seqeval, and says whether they are those of
 * `results.json` and `figures.csv`. It shares no code with the program. `test/conformance/check-figures.test.ts` runs
 * it where these packages are installed.
 */
export const checkFiguresScript = String.raw`"""Derives the figures of a study anew and says whether they are equal.

    python check_figures.py [folder]

The folder holds results.json, note-scores.csv, label-scores.csv (of notes with several labels),
entity-spans.csv and, if there is one, figures.csv, as they were written.
Needs scikit-learn, SciPy and seqeval. Ends with 0 where all figures are equal, else with 1.
"""
import csv
import json
import math
import sys
import warnings
from collections import Counter, defaultdict
from pathlib import Path

import numpy
from scipy import stats
from seqeval.metrics.v1 import precision_recall_fscore_support as entity_scores
from seqeval.scheme import IOB2
from sklearn.metrics import (
    accuracy_score,
    average_precision_score,
    balanced_accuracy_score,
    cohen_kappa_score,
    hamming_loss,
    log_loss,
    matthews_corrcoef,
    precision_recall_fscore_support,
    roc_auc_score,
)

warnings.filterwarnings("ignore")
TOLERANCE = 1e-9
AVERAGES = ("micro", "macro", "weighted")
NAMES = ("precision", "recall", "f1")


def find(folder, name):
    """The file of this name; the window puts the name of the study before it."""
    return next(iter(sorted(folder.glob("*" + name))), None)


def plain(text):
    """Without the apostrophe that keeps spreadsheets from running a text as a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in tuple("=+-@\t\r\n") else text


def rows(folder, name):
    path = find(folder, name)
    if path is None:
        return []
    with open(path, newline="", encoding="utf-8") as file:
        return [{key: plain(value) for key, value in row.items()} for row in csv.DictReader(file)]


def named(values, averages, each, labels):
    """Metrics by (name, label) as results.json names them."""
    found = {}
    for average in AVERAGES:
        for name, value in zip(NAMES, averages[average]):
            found[(name + "-" + average, None)] = value
    for index, label in enumerate(labels):
        for name, value in zip(NAMES + ("support",), (ofeach[index] for ofeach in each)):
            found[(name, label)] = value
    found.update({(name, None): value for name, value in values.items()})
    return found


def judge_notes(notes):
    """notes: id in order -> (truth, {class: logit})."""
    labels = list(next(iter(notes))[1])
    truth = [note[0] for note in notes]
    guess = [max(note[1], key=note[1].get) for note in notes]

    def scores(average):
        return precision_recall_fscore_support(
            truth, guess, labels=labels, average=average, zero_division=0
        )

    overall = {
        "mcc": matthews_corrcoef(truth, guess),
        "accuracy": accuracy_score(truth, guess),
    }
    return named(overall, {a: scores(a)[:3] for a in AVERAGES}, scores(None), labels)


def judge_probabilities(notes):
    """notes: (truth, {class: probability}) of all folds -> {(figure, averaging, label): value}."""
    labels = list(notes[0][1])
    scores = numpy.array([[note[1][label] for label in labels] for note in notes])
    hot = numpy.array([[note[0] == label for label in labels] for note in notes]).astype(int)
    found = {}
    for index, label in enumerate(labels):
        truth, score = hot[:, index], scores[:, index]
        found[("brier", "one-against-rest", label)] = float(numpy.mean((score - truth) ** 2))
        found[("log-loss", "one-against-rest", label)] = log_loss(truth, score, labels=[0, 1])
    for name, judge in (("auroc", roc_auc_score), ("average-precision", average_precision_score)):
        if len(labels) < 2 or not all(0 < count < len(notes) for count in hot.sum(axis=0)):
            continue
        for index, label in enumerate(labels):
            found[(name, "one-against-rest", label)] = judge(hot[:, index], scores[:, index])
        for average in AVERAGES:
            found[(name, average, "")] = judge(hot, scores, average=average)
    found[("brier", "of-all", "")] = float(numpy.mean(((scores - hot) ** 2).sum(axis=1)))
    truth = [note[0] for note in notes]
    guess = [labels[index] for index in scores.argmax(axis=1)]
    found[("balanced-accuracy", "macro", "")] = balanced_accuracy_score(truth, guess)
    if len(set(truth) | set(guess)) > 1:
        found[("cohen-kappa", "of-all", "")] = cohen_kappa_score(truth, guess)
    return found


def check_probabilities(folder, tally, once):
    """The pooled figures of figures.csv, where it is there: of one division of each task."""
    notes = defaultdict(list)
    for row in rows(folder, "note-scores.csv"):
        if int(row["fold"]) > once.get(row["task"], int(row["fold"])):
            continue
        ofnote = notes[(row["task"], row["model"])]
        if not ofnote or row["class"] in ofnote[-1][1]:
            ofnote.append((row["truth"], {}))
        ofnote[-1][1][row["class"]] = float(row["probability"])
    derived = {key: judge_probabilities(each) for key, each in notes.items()}
    labelled = defaultdict(list)
    for (task, model, fold), each in sorted(read_labels(folder).items()):
        if fold <= once.get(task, fold):
            labelled[(task, model)].extend(each)
    derived.update({key: judge_label_probabilities(each) for key, each in labelled.items()})
    for row in rows(folder, "figures.csv"):
        key = (row["figure"], row["averaging"], row["label"])
        figures = derived.get((row["task"], row["model"]), {})
        if key in figures:
            what = f"{row['task']}, {row['model']}, {' '.join(key)}".rstrip()
            tally.compare(what, float(row["pooled"]) if row["pooled"] else None, figures[key])


def read_labels(folder):
    """(task, model, fold from 1) -> notes in order: [{label: (truth, given, probability)}]."""
    found = defaultdict(list)
    for row in rows(folder, "label-scores.csv"):
        ofnote = found[(row["task"], row["model"], int(row["fold"]))]
        if not ofnote or row["label"] in ofnote[-1]:
            ofnote.append({})
        given = float(row["probability"]) >= float(row["threshold"])
        ofnote[-1][row["label"]] = (int(row["truth"]), int(given), float(row["probability"]))
    return found


def judge_labels(notes):
    """Metrics by (name, label) of notes that may have several labels."""
    labels = list(notes[0])
    truth, guess = (numpy.array([[note[label][side] for label in labels] for note in notes])
                    for side in (0, 1))

    def scores(average):
        return precision_recall_fscore_support(truth, guess, average=average, zero_division=0)

    overall = {"subset-accuracy": accuracy_score(truth, guess),
               "hamming-loss": hamming_loss(truth, guess)}
    found = named(overall, {a: scores(a)[:3] for a in AVERAGES}, scores(None), labels)
    for index, label in enumerate(labels):
        found[("mcc", label)] = matthews_corrcoef(truth[:, index], guess[:, index])
    return found


def judge_label_probabilities(notes):
    """The figures of all folds by (figure, averaging, label)."""
    labels = list(notes[0])
    found = {}
    for (name, label), value in judge_labels(notes).items():
        if label is None:
            kind, _, average = name.rpartition("-")
            found[(kind, average, "") if average in AVERAGES else (name, "of-all", "")] = value
    truth = numpy.array([[note[label][0] for label in labels] for note in notes])
    score = numpy.array([[note[label][2] for label in labels] for note in notes])
    for index, label in enumerate(labels):
        side, own = truth[:, index], score[:, index]
        found[("brier", "one-against-rest", label)] = float(numpy.mean((own - side) ** 2))
        found[("log-loss", "one-against-rest", label)] = log_loss(side, own, labels=[0, 1])
        if 0 < side.sum() < len(side):
            found[("auroc", "one-against-rest", label)] = roc_auc_score(side, own)
            found[("average-precision", "one-against-rest", label)] = average_precision_score(
                side, own)
    if all(0 < count < len(notes) for count in truth.sum(axis=0)):
        for average in AVERAGES:
            found[("auroc", average, "")] = roc_auc_score(truth, score, average=average)
            found[("average-precision", average, "")] = average_precision_score(
                truth, score, average=average)
    return found


def tags(count, spans):
    found = ["O"] * count
    for start, end, kind in spans:
        found[start:end] = ["B-" + kind] + ["I-" + kind] * (end - start - 1)
    return found


def judge_entities(sentences):
    """sentences: (word count, true spans, predicted spans)."""
    truth = [tags(count, gold) for count, gold, _ in sentences]
    guess = [tags(count, found) for count, _, found in sentences]
    labels = sorted({span[2] for _, gold, found in sentences for span in gold + found})
    if not labels:
        return {}

    def scores(average):
        return entity_scores(truth, guess, average=average, scheme=IOB2, zero_division=0)

    return named({}, {a: scores(a)[:3] for a in AVERAGES}, scores(None), labels)


def wilcoxon(a, b):
    """Two-sided p over all signs, given the ranks; SciPy's own where it is exact."""
    differences = numpy.round(numpy.array(a) - numpy.array(b), 12)
    kept = differences[differences != 0]
    if len(kept) == 0:
        return 1.0
    ranks = stats.rankdata(numpy.abs(kept))
    if len(set(ranks)) == len(ranks):
        return float(stats.wilcoxon(kept, method="exact").pvalue)
    ways = Counter({0: 1})
    for rank in ranks:
        step = int(round(2 * rank))
        ways = sum((Counter({total + move: n for total, n in ways.items()})
                    for move in (0, step)), Counter())
    smaller = int(round(2 * min(ranks[kept > 0].sum(), ranks[kept < 0].sum())))
    tail = sum(n for total, n in ways.items() if total <= smaller)
    return min(1.0, 2 * tail / 2 ** len(ranks))


def holm(values, family):
    order = sorted(range(len(values)), key=lambda index: values[index])
    adjusted, largest = [0.0] * len(values), 0.0
    for place, index in enumerate(order):
        largest = max(largest, min(1.0, (family - place) * values[index]))
        adjusted[index] = largest
    return adjusted


def corrected_t(a, b, fraction):
    """Nadeau and Bengio's test: t, p."""
    differences = numpy.round(numpy.array(a) - numpy.array(b), 12)
    count = len(differences)
    variance = differences.var(ddof=1) * (1 / count + fraction / (1 - fraction))
    if variance == 0:
        return (0.0, 1.0) if differences.mean() == 0 else (None, None)
    t = differences.mean() / math.sqrt(variance)
    return t, 2 * stats.t.sf(abs(t), count - 1)


class Tally:
    def __init__(self):
        self.equal = 0
        self.other = []

    def compare(self, what, reported, derived):
        if reported is None and derived is None:
            self.equal += 1
        elif reported is None or derived is None or not math.isclose(
            reported, derived, rel_tol=TOLERANCE, abs_tol=TOLERANCE
        ):
            self.other.append(f"{what}: reported {reported}, derived {derived}")
        else:
            self.equal += 1


def derive(folder):
    """(task, model, fold from 1) -> metrics."""
    notes = defaultdict(list)
    for row in rows(folder, "note-scores.csv"):
        key = (row["task"], row["model"], int(row["fold"]))
        ofnote = notes[key]
        if not ofnote or row["class"] in ofnote[-1][1]:
            ofnote.append((row["truth"], {}))
        ofnote[-1][1][row["class"]] = float(row["logit"])
    sentences = defaultdict(dict)
    for row in rows(folder, "entity-spans.csv"):
        key = (row["task"], row["model"], int(row["fold"]))
        empty = (int(row["words"]), [], [])
        _, gold, found = sentences[key].setdefault(int(row["sentence"]), empty)
        side = gold if row["side"] == "truth" else found
        side.append((int(row["start"]), int(row["end"]), row["type"]))
    derived = {key: judge_notes(each) for key, each in notes.items()}
    derived.update({key: judge_labels(each) for key, each in read_labels(folder).items()})
    derived.update({key: judge_entities(list(each.values())) for key, each in sentences.items()})
    return derived


def main():
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    results = json.loads(find(folder, "results.json").read_text(encoding="utf-8"))
    derived = derive(folder)
    tally = Tally()
    # Folds of one division of the data: others test the same examples again.
    once = {t["name"]: t["foldCount"] // t.get("repeats", 1) for t in results["tasks"]}
    unknown = 0
    folds = defaultdict(dict)
    for measured in results["measurements"]:
        task, model, fold = measured["task"], measured["model"], measured["fold"] + 1
        metric = measured["metric"]
        metrics = derived.get((task, model, fold))
        if metrics is None:
            unknown += 1
            continue
        key = (metric["name"], metric["entityType"])
        what = f"{task}, {model}, fold {fold}, {key[0]} {key[1] or ''}".rstrip()
        # A type that is neither true nor predicted in a fold has no line there.
        tally.compare(what, metric["value"], metrics.get(key, 0.0))
        folds[(task, model, key[0], key[1])][fold] = metrics.get(key, 0.0)
    compared = []
    for comparison in results["comparisons"]:
        task, metric = comparison["task"], comparison["metric"]
        first = folds.get((task, comparison["modelA"], metric, None), {})
        second = folds.get((task, comparison["modelB"], metric, None), {})
        shared = sorted(set(first) & set(second))
        if len(shared) != comparison["result"]["foldCount"]:
            unknown += 1
            continue
        a, b = ([side[fold] for fold in shared] for side in (first, second))
        first = [fold <= once[task] for fold in shared].count(True)
        compared.append((comparison, a, b, first))
    ps = []
    for comparison, a, b, first in compared:
        p = wilcoxon(a[:first], b[:first])
        result = comparison["result"]
        what = f"{comparison['task']}, {comparison['modelA']} against {comparison['modelB']}"
        tally.compare(what + ", mean difference", result["meanDifference"],
                      float(numpy.mean(a) - numpy.mean(b)))
        tally.compare(what + ", Wilcoxon p", result["wilcoxon"]["p"], p)
        if len(a) > 1:
            _, corrected = corrected_t(a, b, 1 / once[comparison["task"]])
            tally.compare(what + ", corrected t, p", result["correctedT"]["p"], corrected)
            if first < len(a):
                p = corrected if corrected is not None else float(numpy.mean(a) == numpy.mean(b))
        ps.append(p)
    if len(compared) == len(results["comparisons"]) and compared:
        family = compared[0][0]["result"]["familySize"]
        for (comparison, _, _, _), p in zip(compared, holm(ps, family)):
            what = f"{comparison['task']}, {comparison['modelA']} against {comparison['modelB']}"
            tally.compare(what + ", Holm p", comparison["result"]["pHolm"], p)
    check_probabilities(folder, tally, once)
    for line in tally.other:
        print("NOT EQUAL: " + line)
    if unknown:
        print(f"{unknown} figures have no scores: an earlier version of the program made them")
    print(f"{tally.equal} figures are equal, {len(tally.other)} are not")
    sys.exit(1 if tally.other or tally.equal == 0 else 0)


if __name__ == "__main__":
    main()
`;
