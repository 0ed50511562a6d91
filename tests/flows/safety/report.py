"""The printed report on the screening lives here: recall and false alarms by kind and level, with the misses.

python -m tests.flows.safety.report            the half that is kept apart
python -m tests.flows.safety.report seen       the half that the rules were written with
python -m tests.flows.safety.report all misses every sentence, and those that were not right
"""

import sys
from collections import Counter
from collections.abc import Iterable

from flows.safety import Finding, Level, screen
from tests.flows.safety.sentences import FOUND, LEFT, Group, Sample

Outcome = tuple[Sample, Finding]


def outcomes(group: Group, half: str) -> list[Outcome]:
    """Screen the sentences of one half of a group: "apart", "seen", or "all"."""
    wanted = {"apart": (True,), "seen": (False,)}.get(half, (True, False))
    return [(sample, screen(sample.text)) for sample in group.samples() if sample.apart in wanted]


def right_kinds(found: Iterable[Outcome]) -> float:
    """Give back the share of the right kind among those found whose kind is known; 1 when there are none."""
    known = [(sample, finding) for sample, finding in found if sample.kind and finding.level != Level.NONE]
    right = sum(finding.kind == sample.kind for sample, finding in known)
    return right / len(known) if known else 1.0


def row(group: Group, found: list[Outcome]) -> str:
    """Write one line: how many were right, at which levels, and the share of the right kind."""
    levels = Counter(finding.level for _, finding in found)
    right = sum(group.right(finding) for _, finding in found)
    shown = "".join(f"{levels[level]:8}" for level in Level)
    share = f"{right / len(found):7.1%} of {len(found):3}  (wanted {group.share:6.1%})"
    return f"{group.name:14} {share}{shown}   kind {right_kinds(found):6.1%}"


def misses(group: Group, found: list[Outcome]) -> list[str]:
    """Write the sentences whose level or kind was not right, with the reasons that were found."""
    lines = []
    for sample, finding in found:
        kind_right = finding.level == Level.NONE or sample.kind in (None, finding.kind)
        if not group.right(finding) or not kind_right:
            why = "; ".join(finding.rules) or "nothing found"
            lines.append(f"    {finding.level}/{finding.kind}: {sample.text}  [{why}]")
    return lines


def main(arguments: list[str]) -> None:
    """Print the report for the half and with the misses that were asked for."""
    half = next((word for word in arguments if word in ("seen", "all")), "apart")
    print(f"The half: {half}.  Right levels by group, then how many urgent, check, other, none.")
    for title, groups in (("To be found", FOUND), ("To be left in peace (right = not urgent)", LEFT)):
        print(f"\n{title}")
        for group in groups:
            found = outcomes(group, half)
            print(row(group, found))
            if "misses" in arguments:
                print("\n".join(misses(group, found)))


if __name__ == "__main__":
    main(sys.argv[1:])
