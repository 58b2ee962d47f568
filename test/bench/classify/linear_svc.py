"""Accuracy and macro-F1 of scikit-learn's LinearSVC on the samples that samples.ts wrote.

python3 test/bench/classify/linear_svc.py SAMPLES   prints one JSON line a sample (Debian: apt-get install python3-sklearn).
"""

import glob
import json
import os
import sys

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import accuracy_score, f1_score
from sklearn.pipeline import make_pipeline, make_union
from sklearn.svm import LinearSVC


def read(path):
    with open(path, encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    return [row["text"] for row in rows], [row["label"] for row in rows]


for train in sorted(glob.glob(os.path.join(sys.argv[1], "*.train.jsonl"))):
    name, seed, size = os.path.basename(train).split(".")[:3]
    texts, labels = read(train)
    test_texts, test_labels = read(os.path.join(sys.argv[1], f"{name}.{seed}.test.jsonl"))
    model = make_pipeline(
        make_union(
            TfidfVectorizer(ngram_range=(1, 2)),
            TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5)),
        ),
        LinearSVC(C=1),
    )
    guesses = model.fit(texts, labels).predict(test_texts)
    known = sorted(set(test_labels))
    print(
        json.dumps(
            {
                "file": name,
                "seed": int(seed),
                "size": size,
                "accuracy": accuracy_score(test_labels, guesses),
                "f1": f1_score(test_labels, guesses, average="macro", labels=known, zero_division=0),
            }
        ),
        flush=True,
    )
