"""Days of other calendars, against days that are known in both."""

from datetime import date

import pytest

from articles.extraction.dates.calendars import hijri_day, jalali_day


@pytest.mark.parametrize(
    ("solar", "day"),
    [
        ((1403, 1, 1), date(2024, 3, 20)),
        ((1404, 1, 1), date(2025, 3, 21)),
        ((1400, 1, 1), date(2021, 3, 21)),
        ((1399, 12, 30), date(2021, 3, 20)),
        ((1388, 1, 1), date(2009, 3, 21)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1402, 7, 15), date(2023, 10, 7)),
    ],
)
def test_day_of_the_iranian_calendar(solar, day):
    assert jalali_day(*solar) == day


@pytest.mark.parametrize("solar", [(1402, 12, 30), (1403, 7, 31), (1403, 1, 0)])
def test_day_that_the_iranian_calendar_does_not_have(solar):
    with pytest.raises(ValueError, match="days"):
        jalali_day(*solar)


@pytest.mark.parametrize(
    ("lunar", "day"),
    [((1445, 9, 1), date(2024, 3, 11)), ((1446, 1, 1), date(2024, 7, 8)), ((1, 1, 1), date(622, 7, 19))],
)
def test_day_of_the_islamic_calendar_is_right_to_the_day(lunar, day):
    assert abs((hijri_day(*lunar) - day).days) <= 1
