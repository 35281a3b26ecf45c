"""The colours of the kinds are told apart with every colour vision, and stand out from the paper."""

import math
import re
from itertools import combinations
from pathlib import Path

import pytest

STYLE = (Path(__file__).resolve().parents[2] / "static/css/tokens.css").read_text("utf-8")
KINDS = ("meeting", "visit", "call", "message")
#: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
VISION = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def token(name: str, scheme: str) -> str:
    light, dark = re.search(rf"--{name}: light-dark\((#\w+), (#\w+)\)", STYLE).groups()
    return light if scheme == "light" else dark


def linear(colour: str) -> list[float]:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def seen(colour: str, vision: str) -> list[float]:
    rgb = linear(colour)
    return [min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in VISION[vision]]


def oklab(rgb: list[float]) -> tuple[float, float, float]:
    """Björn Ottosson's perceptual space: distances of 0.1 are seen at a glance."""
    r, g, b = rgb
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    weights = (0.2126, 0.7152, 0.0722)
    lights = sorted(
        sum(w * c for w, c in zip(weights, linear(colour), strict=True)) for colour in (one, other)
    )
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("vision", VISION)
def test_kinds_are_told_apart(scheme, vision):
    for one, other in combinations(KINDS, 2):
        colours = [oklab(seen(token(f"kind-{kind}", scheme), vision)) for kind in (one, other)]
        assert math.dist(*colours) > 0.1, (one, other)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_marks_stand_out_from_the_paper(scheme, kind):
    assert contrast(token(f"kind-{kind}", scheme), token("paper", scheme)) >= 3


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ink", ["ink", "ink-2", "ink-3", "accent", "good", "warn", "bad"])
@pytest.mark.parametrize("ground", ["paper", "raised", "sunken"])
def test_text_is_legible(scheme, ink, ground):
    assert contrast(token(ink, scheme), token(ground, scheme)) >= 4.5, (ink, ground)
