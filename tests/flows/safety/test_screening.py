"""What the screening hears: plain words, disguised, denied, long ago, about somebody else, and any text at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.safety import Kind, Level, screen

LETTER = (
    "Dear me, this year was long and I was often tired. I kept telling myself that I had failed at everything. "
    "My sister came over on Sunday and we cooked, and she laughed about the soup. "
) * 20


def heard(text: str) -> tuple[Level, Kind | None]:
    finding = screen(text)
    return finding.level, finding.kind


@pytest.mark.parametrize(
    ("text", "level", "kind"),
    [
        ("I want to kill myself", Level.URGENT, Kind.SUICIDE),
        ("I have the pills lined up on my desk", Level.URGENT, Kind.SUICIDE),
        ("I want to die", Level.URGENT, Kind.SUICIDE),
        ("I hope I don't wake up tomorrow", Level.CHECK, Kind.SUICIDE),
        ("I cut myself again", Level.URGENT, Kind.SELF_HARM),
        ("my boyfriend put his hands around my neck tonight", Level.URGENT, Kind.DANGER),
        ("took all my sleeping pills 20 min ago. I feel weird", Level.URGENT, Kind.MEDICAL),
        ("I'm scared I'm going to hurt my baby", Level.URGENT, Kind.HARM_TO_OTHERS),
        ("my sister is suicidal and I don't know what to do", Level.OTHER, Kind.SUICIDE),
        ("her husband hits her and I feel guilty", Level.OTHER, Kind.DANGER),
    ],
)
def test_each_kind_has_its_level(text: str, level: Level, kind: Kind) -> None:
    """One card does not fit all, so the kind counts as much as the level."""
    assert heard(text) == (level, kind)


@pytest.mark.parametrize(
    "text",
    [
        "i wana die",
        "thinking of killin myslef",
        "k1ll mys3lf",
        "su*cide",
        "s.u.i.c.i.d.e",
        "i w a n t  t o  d i e",
        "iwanttodie",
        "I WANNA DIEEEEE",
        "k\u200bill my\u200bself",
        "kіll mуself",  # Cyrillic і and у
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "𝔀𝓪𝓷𝓽 𝓽𝓸 𝓭𝓲𝓮",
        "kíll mysélf",
        "I don’t want to live anymore",
        "i dont wanna live nomore",
        "kms tonight",
        "gonna unalive myself",
        "i want\nto die",
        "i. want. to. die.",
        "sucidal again",
    ],
)
def test_disguise_and_haste_change_nothing(text: str) -> None:
    """People in need type fast, hide words from others, or get them past a filter."""
    assert screen(text).level in (Level.URGENT, Level.CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to kill myself",
        "I've never wanted to kill myself",
        "I'm not suicidal, I'm only sad",
        "I don't think I want to die",
        "nobody is hurting me, I'm safe",
        "no suicidal thoughts, just sad",
    ],
)
def test_a_denial_is_believed(text: str) -> None:
    """Asking somebody who has said no would teach them to say nothing."""
    assert screen(text).level is Level.NONE


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to die, but I don't want to live like this either",
        "I'm not suicidal but I wish I could not wake up",
        "No, I want to die",
        "I'm not okay I want to die",
        "nobody knows I want to kill myself",
        "I didn't want to die last year, now I do",
        "give me one reason not to kill myself",
        "I can't stop thinking about killing myself",
        "not going to lie, part of me doesn't want to be alive",
        "I tried the kindness exercise and it just made me want to kill myself more",
    ],
)
def test_a_denial_reaches_no_further_than_it_is_meant(text: str) -> None:
    """What follows a comma, a "but", a full stop or a new "I" is heard on its own."""
    assert screen(text).level in (Level.URGENT, Level.CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "ten years ago I tried to end my life, today I'm grateful",
        "I used to cut myself when I was a teenager",
    ],
)
def test_the_past_is_asked_about_gently(text: str) -> None:
    """An earlier attempt is the best known sign of danger, and no emergency."""
    assert screen(text).level is Level.CHECK


@pytest.mark.parametrize(
    "text",
    ["I was suicidal years ago and now it's back", "I used to cut and today I did it again, blade and all"],
)
def test_the_past_that_returns_is_the_present(text: str) -> None:
    """What has come back counts as what it is now."""
    assert screen(text).level in (Level.URGENT, Level.CHECK)


@pytest.mark.parametrize(
    "text",
    [
        "the main character kills herself in the end and I sobbed",
        "how many people die by suicide every year",
        "my brother killed himself two years ago",
        "I work on a suicide hotline and I'm burned out",
        "I can't stop thinking about the way she died",
        "is it normal to be afraid of death",
    ],
)
def test_stories_questions_and_grief_are_left_alone(text: str) -> None:
    """Nobody who mourns or wonders is asked whether they want to die."""
    assert screen(text).level is Level.NONE


def test_laughing_turns_an_alarm_into_a_question() -> None:
    """A joke may be one; a sentence that says how is none."""
    assert heard("I'm gonna kill myself if this exam goes wrong lol") == (Level.CHECK, Kind.SUICIDE)
    assert heard("lol anyway I have the pills in my hand") == (Level.URGENT, Kind.SUICIDE)


def test_one_sentence_deep_inside_a_letter_is_heard() -> None:
    """Letters are long, and the sentence that counts can stand anywhere."""
    assert screen(LETTER).level is Level.NONE
    for cut in (0, len(LETTER) // 2, len(LETTER)):
        assert heard(f"{LETTER[:cut]} I want to kill myself. {LETTER[cut:]}") == (Level.URGENT, Kind.SUICIDE)


def test_what_cannot_wait_comes_first() -> None:
    """When a text says several things, the card is for the one that cannot wait."""
    assert heard("I want to die and I took all my pills")[1] is Kind.MEDICAL
    assert heard("I'm so sad. My husband hits me. I want to kill myself")[1] is Kind.SUICIDE


def test_the_reason_names_the_rule_and_the_words() -> None:
    """A clinician can see why; the finding is the only place that holds the words."""
    assert "kill-myself: kill myself" in screen("honestly I want to kill myself").rules


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("quiero morirme", Level.CHECK),
        ("ich bringe mich um", Level.URGENT),
        ("je veux me suicider", Level.URGENT),
        ("quero me matar", Level.URGENT),
        ("voglio ammazzarmi", Level.URGENT),
        ("хочу умереть", Level.CHECK),
        ("no quiero morirme, solo estoy agotada", Level.NONE),
        ("die Prüfung bringt mich noch um", Level.NONE),
    ],
)
def test_other_languages_are_heard_whatever_the_bot_speaks(text: str, level: Level) -> None:
    """In need people write in their own language; what is said outright is data in one file each."""
    assert screen(text).level is level


@given(st.text(max_size=600))
def test_no_text_is_an_error(text: str) -> None:
    """Whatever arrives is answered: half characters, signs, other scripts, nothing at all."""
    assert screen(text).level in Level


@given(st.text(alphabet="kilmysefdant' .,!?*10", max_size=400))
def test_no_scramble_of_letters_is_an_error(text: str) -> None:
    """The same for the letters that the repairs of typing work on."""
    assert screen(text).level in Level


def test_an_unknown_language_is_read_as_ours() -> None:
    """A setting that we have no rules for must not keep anybody from being heard."""
    assert screen("I want to kill myself", "tlh").level is Level.URGENT
