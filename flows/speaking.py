"""How a state is put into words: its leading lines, its own text, its buttons, and the silence after it."""

from collections.abc import Mapping
from datetime import timedelta

from flows.moment import Moment
from flows.practice import Dialogue, Practice, Step
from flows.talk import Answer, Due, Line, Rank, Say, TimeUp, WakeAt
from flows.texts import Language, Texts

QUOTED = 400  # characters of a person's own words that are shown back; a message holds 4,096
NUDGE_EXPIRES = timedelta(minutes=30)  # what is said unasked is not worth saying much later
SCALE = tuple(Answer(str(n), str(n)) for n in range(11))
WORSE = Answer("worse")


class Speaker:
    """Turns a moment whose state is settled into effects."""

    def __init__(
        self, steps: Mapping[str, tuple[Step, Dialogue]], texts: Texts, operator: Mapping[str, str]
    ) -> None:
        self._steps = steps
        self._texts = texts
        self._operator = operator

    def language(self, moment: Moment) -> Language:
        return self._texts.of(moment.person.language)

    def enter(self, moment: Moment) -> None:
        """Say the state that was entered, and begin its silence."""
        step, _ = self._steps[moment.state]
        self.say(moment)
        if step.pause:
            moment.do(WakeAt(moment.now + step.pause, moment.person.turn))

    def say(self, moment: Moment, again: bool = False) -> None:
        """Say the state that the person is in, under its present turn."""
        step, dialogue = self._steps[moment.state]
        title = text_of(step, dialogue, moment)
        text = step.again if again and step.again else title
        lines = [*moment.lead, Line(text, {**self._operator, **values_of(step, moment)})]
        moment.lead = []
        unasked = isinstance(moment.incoming, Due | TimeUp)
        moment.do(
            Say(
                lines=tuple(self._varied(moment, line) for line in lines),
                rows=rows_of(step, dialogue, moment),
                labels=title,
                turn=moment.person.turn,
                rank=_rank(moment, dialogue),
                replaces=step.replaces and moment.answer != "",
                expires=moment.now + NUDGE_EXPIRES if unasked else None,
            )
        )

    def say_only(self, moment: Moment, text: str) -> None:
        """Say one text without any button, and nothing else."""
        lines = (*moment.lead, Line(text, self._operator))
        moment.lead = []
        moment.do(Say(tuple(self._varied(moment, line) for line in lines)))

    def _varied(self, moment: Moment, line: Line) -> Line:
        count = self.language(moment).variants.get(line.text)
        if not count:
            return line
        said = moment.person.spoken.get(line.text, 0)
        moment.change(spoken={**moment.person.spoken, line.text: (said + 1) % count})
        return Line(f"{line.text}-v{said + 1}", line.values) if said else line


def text_of(step: Step, dialogue: Dialogue, moment: Moment) -> str:
    """The Fluent id of what this step says."""
    if callable(step.says):
        return step.says(moment)
    return step.says or f"{dialogue.name}-{step.name}"


def answers_of(step: Step, dialogue: Dialogue, moment: Moment) -> tuple[Answer, ...]:
    """Every button of this step, the engine's own included."""
    return tuple(answer for row in rows_of(step, dialogue, moment) for answer in row)


def rows_of(step: Step, dialogue: Dialogue, moment: Moment) -> tuple[tuple[Answer, ...], ...]:
    """The buttons in rows: the scale, then data, then answers, and "This makes it worse" under every practice."""
    rows: list[tuple[Answer, ...]] = []
    if step.scale:
        rows += [SCALE[:6], SCALE[6:]]
    if step.options:
        rows += _in_rows(step.options(moment.person), step.columns)
    named = [Answer(name) for name in step.answers]
    if step.then and "ready" not in step.answers:
        named.append(Answer("ready"))
    rows += _in_rows(tuple(named), 1 if step.options else step.columns)
    if isinstance(dialogue, Practice):
        rows.append((WORSE,))
    return tuple(rows)


def values_of(step: Step | None, moment: Moment) -> dict[str, str | int]:
    """What the text of a step may mention: what was noted on the way, shortened, and the step's own values."""
    values: dict[str, str | int] = {name: quoted(words) for name, words in moment.visit.notes.items()}
    values["before"] = moment.visit.before if moment.visit.before is not None else "none"
    values.setdefault("after", "none")
    return values | dict(step.values(moment)) if step and step.values else values


def quoted(words: str) -> str:
    """A person's words, short enough to be shown back."""
    words = words.strip()
    return words if len(words) <= QUOTED else words[:QUOTED].rstrip() + "…"


def _in_rows(answers: tuple[Answer, ...], columns: int) -> list[tuple[Answer, ...]]:
    return [answers[i : i + columns] for i in range(0, len(answers), columns)]


def _rank(moment: Moment, dialogue: Dialogue) -> Rank:
    if isinstance(moment.incoming, Due):
        return Rank.NUDGE
    return Rank.PRACTICE if dialogue.of_visit else Rank.CARE
