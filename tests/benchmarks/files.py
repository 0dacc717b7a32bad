"""Files of leads as other programs export them, of any length; the same rows each time."""

import csv
from pathlib import Path
from typing import Final

HEADINGS: Final = (
    "ID", "Стадия", "Название лида", "Имя", "Отчество", "Фамилия", "Дата рождения", "Мобильный телефон",
    "Рабочий e-mail", "Комментарий", "Сумма", "Валюта", "Источник", "Ответственный", "Дата создания",
)  # fmt: skip
_LAST: Final = ("Одинцов", "Кудряшов", "Сергеев", "Орлов", "Тарасов", "Фёдоров", "Яшин")
_FIRST: Final = ("Михаил", "Вадим", "Николай", "Павел", "Игорь")
_STAGES: Final = ("Новый лид", "Думает", "Частичная оплата", "Отказ клиента")


def write_leads(path: Path, rows: int) -> Path:
    """A CSV file with so many leads; each has its own title, phone and email."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(map(_row, range(rows)))
    return path


def phone(number: int) -> str:
    """The digits of a lead's phone without the country's code."""
    return f"9{number % 90 + 10}{number // 10_000 % 1000:03}{number % 10_000:04}"


def _row(number: int) -> tuple[object, ...]:
    last, first = _LAST[number % 7] + "а" * (number % 3), _FIRST[number % 5]
    digits = phone(number)
    return (
        number + 1, _STAGES[number % 4], f"Заявка с сайта: {last} {first} № {number}", first, "Маркович",
        last, f"{number % 28 + 1:02}.{number % 12 + 1:02}.19{number % 50 + 50}",
        f"8 ({digits[:3]}) {digits[3:6]}-{digits[6:8]}-{digits[8:]}",
        f"user{number}@primer.test", "Долг большой, приставы" if number % 2 else "",
        f"{number % 900 + 100} 000,00", "RUB", "WhatsApp", "Елена Шарова",
        f"{number * 7 % 28 + 1:02}.{number * 5 % 12 + 1:02}.2025 {number % 24:02}:{number % 60:02}:00",
    )  # fmt: skip
