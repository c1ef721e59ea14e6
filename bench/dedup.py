"""How fast are copies found, and how much does it matter how much is stored?

``python -m bench.dedup [--stories 600] [--stored 10000 100000 1000000] [--postgres URL]`` judges
generated stories, their reprints and look-alikes on one core, with the store and in batches as the
service does, beside datasketch's MinHashLSH on the same texts. Then ``bench.lookups`` times the
look-up among so many articles on both databases; the largest size takes some minutes and 3 GB.
``--stored`` without a number leaves that out. Figures of different machines, or of a busy one, do
not compare; ratios of one run do. Needs the dependency group ``bench``:
``.venv/bin/pip install --group bench``.
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bench import lookups
from bench.dumps import ADJECTIVES, LINKS, NOUNS, VERBS
from ingest.core import ids
from ingest.core.fingerprint import fingerprint, paragraph_hashes
from ingest.core.judge import Memo, Subject, Thresholds, judge_batch
from ingest.core.words import tokenise
from ingest.model import Article, Judgement, Reading
from ingest.store import Store, schema
from ingest.store.journal import Head, StoredArticle

BATCH = 64
BEGAN = datetime(2026, 1, 1, tzinfo=UTC)
THRESHOLDS = Thresholds()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stories", type=int, default=600)
    parser.add_argument("--stored", type=int, nargs="*", default=[10_000, 100_000, 1_000_000])
    parser.add_argument("--postgres", help="SQLAlchemy URL of an empty database")
    arguments = parser.parse_args()
    made = list(stories(arguments.stories))
    ours, found = judged(made)
    theirs, near = minhash(made)
    print(f"articles                    {len(made):8}")
    for name, seconds, linked in (("judge", ours, found), ("MinHashLSH", theirs, near)):
        right, wrong = quality(made, linked)
        speed = len(made) / seconds
        print(f"{name:<11}{speed:9.0f} a second   linked {right:.3f}   false {wrong:.3f}")
    print(f"ratio                       {theirs / ours:8.2f}")
    if arguments.stored:
        lookups.run(arguments.stored, postgres=arguments.postgres)


# ------------------------------------------------------------------ texts


_REPORT = """
Rocket {0} carried {1} satellites to orbit in {2} seconds and landed on its ship in calm seas.
Booster {3} flew for time number {4}, and came down {5} kilometres from the coast, the company said.
The satellites serve places where no cable reaches, and climb to their orbit with their own engines.
It was flight {6} of the year, and the next is to follow as soon as the weather permits it again.
"""


Made = tuple[str, str | None, Article]
"""A name, the name of what it repeats, and the article."""


def stories(number: int) -> Iterator[Made]:
    """Nearly half are copies, some look alike."""
    for index in range(number):
        chance = random.Random(f"dedup/{index}")
        title, body = story(chance, index)
        yield f"story-{index}", None, _article(title, body, "first.example", index)
        reprint = ["Home News Space", *body[: chance.randint(6, 10)], "All rights reserved."]
        yield (
            f"reprint-{index}",
            f"story-{index}",
            _article(title, reprint, "second.example", index),
        )
        if index % 5 == 0:
            report = _report(chance, index)
            yield f"report-{index}", None, _article(*report, "third.example", index)


def story(chance: random.Random, index: int) -> tuple[str, list[str]]:
    """A title, and paragraphs that stand in no other story."""
    title = f"The {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)}, issue {index}"
    return title, [_paragraph(chance) for _ in range(10)]


def _article(title: str, paragraphs: Sequence[str], site: str, index: int) -> Article:
    return Article(
        title=title,
        paragraphs=tuple(paragraphs),
        form="json",
        language="en",
        site=site,
        url=f"https://{site}/{index}",
    )


def _paragraph(chance: random.Random) -> str:
    clauses = [
        f"the {chance.choice(ADJECTIVES)} {chance.choice(NOUNS)} {chance.choice(VERBS)} the "
        f"{chance.choice(ADJECTIVES)} {chance.choice(NOUNS)} {chance.choice(LINKS)} the "
        f"{chance.choice(NOUNS)}"
        for _ in range(4)
    ]
    return " ".join(f"{clause.capitalize()}." for clause in clauses)


def _report(chance: random.Random, index: int) -> tuple[str, list[str]]:
    """A report from a template: alike in all but its numbers."""
    numbers = [chance.randint(2, 900) for _ in range(6)]
    return f"Launch {index} reaches orbit", [
        line.format(index, *numbers) for line in _REPORT.strip().splitlines()
    ]


# ------------------------------------------------------------------ judged


def judged(made: Sequence[Made]) -> tuple[float, dict[str, str]]:
    """CPU seconds to judge and store all, and what each was linked to."""
    linked: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{Path(folder, 'bench.sqlite3')}", source="urn:missionfeed:bench")
        schema.migrate(store.database)
        began = time.process_time()
        for start in range(0, len(made), BATCH):
            batch = made[start : start + BATCH]
            for (name, _, _), judgement in zip(batch, take(store, batch, start), strict=True):
                if judgement.of:
                    linked[name] = judgement.of
        seconds = time.process_time() - began
        store.close()
    return seconds, linked


def take(
    store: Store, batch: Sequence[Made], start: int, *, locked: bool = True
) -> list[Judgement]:
    """One batch, as the journey takes it; without ``locked`` as it would without the lock: what
    others stored since the first look is not looked at."""
    hashes = {value for _, _, article in batch for value in paragraph_hashes(article)}
    known = store.boilerplate(hashes, minimum=THRESHOLDS.boilerplate_clusters)
    subjects = [
        subject(name, article, start + i, boilerplate=known)
        for i, (name, _, article) in enumerate(batch)
    ]
    memo = Memo()
    seen, early = store.look_up(subjects, thresholds=THRESHOLDS)
    judge_batch(subjects, early, thresholds=THRESHOLDS, memo=memo)

    def under_lock(head: Head) -> list[Judgement]:
        late = head.look_up(subjects, after=seen, thresholds=THRESHOLDS) if locked else {}
        both = {one.id: [*early[one.id], *late.get(one.id, ())] for one in subjects}
        judgements = judge_batch(subjects, both, thresholds=THRESHOLDS, memo=memo)
        head.add_articles(
            [
                StoredArticle(
                    document=one.id,
                    subject=one,
                    article=article,
                    reading=Reading((), ()),
                    judgement=judgement,
                    versions=("", "", ""),
                )
                for one, (_, _, article), judgement in zip(subjects, batch, judgements, strict=True)
            ]
        )
        return judgements

    return store.commit(under_lock)


def subject(
    name: str, article: Article, number: int, *, boilerplate: frozenset[int] = frozenset()
) -> Subject:
    return Subject(
        id=name,
        cluster=name,
        number=0,
        received=BEGAN + timedelta(seconds=number),
        digest=ids.digest(name.encode()),
        fingerprint=fingerprint(article, boilerplate=boilerplate),
    )


def minhash(made: Sequence[Made]) -> tuple[float, dict[str, str]]:
    """The same with datasketch: five-word shingles, 128 permutations, Jaccard .5 or more."""
    from datasketch import MinHash, MinHashLSH

    index: Any = MinHashLSH(threshold=0.5, num_perm=128)
    linked: dict[str, str] = {}
    began = time.process_time()
    for name, _, article in made:
        words = tokenise(article.text)
        shingles = {" ".join(words[i : i + 5]).encode() for i in range(max(1, len(words) - 4))}
        signature: Any = MinHash(num_perm=128)
        signature.update_batch(shingles)
        near = index.query(signature)
        if near:
            linked[name] = near[0]
        index.insert(name, signature)
    return time.process_time() - began, linked


def quality(made: Sequence[Made], linked: dict[str, str]) -> tuple[float, float]:
    """The share of copies that were linked, and of other articles that were, falsely."""
    copies = [name for name, of, _ in made if of]
    others = [name for name, of, _ in made if not of]
    right = sum(name in linked for name in copies) / len(copies)
    return right, sum(name in linked for name in others) / len(others)


if __name__ == "__main__":
    main()
