"""What every journey does first: an office is founded, somebody signs in."""

from tests.journeys.hand import Hand

PASSWORD = "тихая гавань 7"
LOGIN = "8 (916) 000-11-22"


def found_office(hand: Hand, file: str) -> None:
    """The first-run wizard, in Russian, to the empty list of leads."""
    first = hand.window("Причал — первый запуск")
    hand.fill("Где лежит файл", file)
    hand.push("Дальше", first)
    hand.see("Шаг 2 из 3")
    assert "checked" in hand.see("Юридическая компания", "check box").states
    hand.push("Дальше", first)
    hand.see("Шаг 3 из 3")
    hand.see("В этой системе нет связки ключей, пароль не сохранится.")
    hand.fill("Фамилия", "Дымов")
    hand.fill("Имя", "Андрей")
    hand.fill("Телефон или эл. почта — ваш логин", LOGIN)
    hand.secret("Пароль", PASSWORD)
    hand.secret("Ещё раз", PASSWORD)
    hand.see("Совпадает")
    hand.push("Создать базу", first)
    hand.window("Причал — Лиды")
