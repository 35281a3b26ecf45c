"""News articles by the thousand, no two alike, in four languages: for measurements and load tests."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

_PEOPLE = {
    "en": (
        ["Mousa Abu Marzouk", "Khaled Mashal", "Ismail Haniyeh", "Osama Hamdan"],
        ["Mikhail Bogdanov", "Sergey Lavrov"],
    ),
    "id": (
        ["Mousa Abu Marzouk", "Khaled Meshaal", "Ismail Haniyeh", "Osama Hamdan"],
        ["Mikhail Bogdanov", "Sergey Lavrov"],
    ),
    "ru": (
        ["Мусой Абу Марзуком", "Халедом Машалем", "Исмаилом Ханией", "Усамой Хамданом"],
        ["Михаил Богданов", "Сергей Лавров"],
    ),
    "ar": (
        ["موسى أبو مرزوق", "خالد مشعل", "إسماعيل هنية", "أسامة حمدان"],
        ["ميخائيل بوغدانوف", "سيرغي لافروف"],
    ),
}
_TEXT = {
    "en": "{russian} received {hamas}\n\nMOSCOW, {day}.{month}.{year} - {russian} met with a "
    "Hamas delegation led by {hamas} in Moscow on {day} {name} {year}, the Russian Foreign Ministry "
    "said.\n\n{rest}\n",
    "id": "{russian} Terima {hamas}\n\nMOSKOW, {day}/{month}/{year} - {russian} bertemu dengan delegasi "
    "Hamas pimpinan {hamas} di Moskow pada {day} {name} {year}, kata Kementerian Luar Negeri "
    "Rusia.\n\n{rest}\n",
    "ru": "Встреча в Москве\n\nМОСКВА, {day} {name} {year} года. {russian} встретился в Москве с "
    "представителем ХАМАС {hamas} {day} {name} {year} года, сообщил МИД России.\n\n{rest}\n",
    "ar": "لقاء في موسكو\n\nموسكو، {day} {name} {year} - التقى {russian} في موسكو القيادي في حركة حماس "
    "{hamas} يوم {day} {name} {year}، وفق وزارة الخارجية الروسية.\n\n{rest}\n",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "id": "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
}
_REST = {
    "en": "The sides discussed aid for the Gaza Strip and the unity of the Palestinian factions. ",
    "id": "Kedua pihak membahas bantuan kemanusiaan bagi Jalur Gaza dan persatuan faksi-faksi Palestina. ",
    "ru": "Стороны обсудили гуманитарную помощь сектору Газа и единство палестинских фракций. ",
    "ar": "وبحث الجانبان المساعدات الإنسانية لقطاع غزة ووحدة الفصائل الفلسطينية. ",
}


def articles(count: int, *, seed: int = 1) -> Iterator[tuple[str, str]]:
    """File names and texts; the same seed gives the same articles."""
    chance = random.Random(seed)
    languages = list(_TEXT)
    for number in range(count):
        language = languages[number % len(languages)]
        hamas, russian = (chance.choice(names) for names in _PEOPLE[language])
        day = date(2006, 1, 1) + timedelta(days=chance.randrange(7000))
        rest = _REST[language] * chance.randint(2, 12) + f"({number + 1})"
        text = _TEXT[language].format(
            hamas=hamas,
            russian=russian,
            day=day.day,
            month=day.month,
            year=day.year,
            name=_MONTHS[language].split()[day.month - 1],
            rest=rest,
        )
        yield f"{language}-{number + 1:05d}.txt", text
