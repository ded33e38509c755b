#!/usr/bin/env python3
"""Measures the check of a case ("is mijn dossier op orde?") on the example of two years.

python3 packaging/bench_toets.py
"""

import json
import statistics
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

ROUNDS = 30
NOW = datetime(2026, 11, 25, 14, 5)


def measure_check() -> dict[str, Any]:
    """Time the whole check, from the papers in the file to the rows on the screen, and its paper."""
    from reintegratie_desktop.services import check_paper
    from reintegratie_desktop.services.examples import EXAMPLE_PASSWORD, make_example_file
    from reintegratie_desktop.services.file_check import check_case
    from reintegratie_desktop.store.keys import KdfParams

    with tempfile.TemporaryDirectory(prefix="toets-") as folder:
        kdf = KdfParams.for_tests()
        desk = make_example_file(Path(folder) / "toets.reintegratie", EXAMPLE_PASSWORD, lambda: NOW, kdf=kdf)
        case = desk.store.cases.all()[0]
        check_case(desk, case.id)
        took = []
        for _round in range(ROUNDS):
            began = time.perf_counter()
            view = check_case(desk, case.id)
            took.append((time.perf_counter() - began) * 1000)
        check_paper.pdf(desk, case.id)
        began = time.perf_counter()
        check_paper.pdf(desk, case.id)
        paper = (time.perf_counter() - began) * 1000
        desk.close()
    return {"punten": len(view.items), "toets_ms": round(statistics.median(took), 1), "papier_ms": round(paper)}


def main() -> None:
    """Print the measurement."""
    print(json.dumps({"toets": measure_check()}))


if __name__ == "__main__":
    main()
