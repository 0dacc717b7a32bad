"""The command line as its users meet it: exit codes, one message, both languages, JSON."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT
from tests.commands.running import LOGIN, RUSSIAN, Done, Prichal

LEADS = """"ID";"Имя";"Фамилия";"Мобильный телефон";"Стадия";"Источник";"Ответственный";"Дата создания";"Прочее"
"1";"Нина";"Гаврилова";"8(987) 654-32-10";"Новый лид";"Веб-сайт";"Елена Шарова";"25.06.2025 05:53:00";"x"
"2";"Пётр";"Ерёмин";"не знает";"Отказ клиента";"Реклама";"Павел Снегирёв";"26.06.2025 10:00:00";""
"3";"";"";"";"Новый лид";"";"";"";""
"""


def refused(done: Done) -> str:
    """The one message of a command that was refused."""
    assert done.code == 1, done
    assert done.out == ""
    lines = done.err.splitlines()
    assert len(lines) == 1, done.err
    assert lines[0].startswith("prichal: ")
    return lines[0].removeprefix("prichal: ")


def test_office_is_founded_filled_by_import_and_searched(prichal: Prichal, tmp_path: Path) -> None:
    """One story, because each step stands on the one before."""
    assert prichal.init().code == 0
    assert "An office was set up" in refused(prichal.init())
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, encoding="utf-8-sig")
    done = prichal("import", "leads", str(file), "--json")
    assert done.code == 0, done.err
    content = done.content
    assert isinstance(content, dict)
    assert [content[key] for key in ("rows", "added", "updated", "skipped", "rejected")] == [3, 2, 0, 0, 1]
    assert content["not_taken"] == ["Прочее"]
    assert "Why not imported" in Path(content["rejects"]).read_text(encoding="utf-8-sig")
    for fragment in ("(987) 654-32-10", "+7 987 6543210", "6543"):
        found = prichal("find", fragment, "--json").content
        assert found == [{"kind": "lead", "id": 1, "title": "Гаврилова Нина", "phones": ["+79876543210"]}]
    assert prichal("--database", prichal.url, "--json", "find", "еремин", "петр").content == [
        {"kind": "lead", "id": 2, "title": "Ерёмин Пётр", "phones": ["не знает"]}
    ]
    assert prichal("find", "%_'\"--", "--json").content == []
    assert "Nothing was found" in prichal("find", "никого").out
    assert "password is wrong" in refused(prichal("find", "x", PRICHAL_PASSWORD="something else"))
    assert "password is missing" in refused(prichal("find", "x", PRICHAL_PASSWORD=""))
    assert "is a folder" in refused(prichal("import", "leads", str(tmp_path)))
    assert "no file" in refused(prichal("import", "leads", str(tmp_path / "missing.csv")))


def test_a_step_is_planned_and_completed_by_the_office_s_rules(prichal: Prichal, tmp_path: Path) -> None:
    assert prichal.init().code == 0
    file = tmp_path / "leads.csv"
    file.write_text(LEADS, encoding="utf-8-sig")
    assert prichal("import", "leads", str(file)).code == 0
    assert "next step" in refused(prichal("plan", "lead", "1", "завтра 15", "Звонок"))
    assert "is the last day" in refused(prichal("plan", "lead", "1", "+30р", "Узнать решение"))
    assert "can't be read" in refused(prichal("plan", "lead", "1", "когда-нибудь", "Узнать решение"))
    assert "At most 15 minutes" in refused(prichal("plan", "lead", "1", "+1р", "Узнать решение", "--minutes", "20"))
    done = prichal("plan", "lead", "1", "+1р 15:00", "Узнать решение", "--json")
    assert done.code == 0, done.err
    planned = done.content
    assert isinstance(planned, dict)
    assert planned["warnings"] == []
    assert "comment" in refused(prichal("complete", str(planned["id"]), "talked"))
    assert prichal("complete", str(planned["id"]), "talked", "--comment", "Перезвонит").code == 0
    overridden = prichal("plan", "lead", "1", "+30р", "Узнать решение", "--reason", "клиент в отъезде", "--json")
    assert overridden.code == 0, overridden.err
    assert isinstance(overridden.content, dict)
    assert overridden.content["warnings"] == ["too_late"]


def test_refusals_speak_russian_where_the_system_does(prichal: Prichal) -> None:
    assert refused(prichal("find", "x", **RUSSIAN)) == (
        "Здесь ещё не открывали базу. Назовите её в --database или создайте командой «prichal init»."
    )
    done = prichal("find", **RUSSIAN)
    assert done.code == 2
    assert done.err.startswith("вызов: prichal find")
    assert "не хватает: text" in done.err
    assert "создать новую базу с администратором" in prichal("--help", **RUSSIAN).out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--zone", "Moscow"), "time zone is not known"),
        (("--currency", "rubles"), "currency is not known"),
        (("--admin-login", "admin"), "neither a phone number nor an email"),
        (("--admin-name", " "), "Enter a name"),
    ],
)
def test_init_that_can_not_be_makes_no_database(prichal: Prichal, arguments: tuple[str, ...], words: str) -> None:
    assert words in refused(prichal.init(*arguments))
    assert not (prichal.home / "office.db").exists()


def test_init_refuses_a_short_password_and_a_place_that_is_taken(prichal: Prichal) -> None:
    assert "At least 8 characters" in refused(prichal.init(PRICHAL_PASSWORD="1234567"))
    (prichal.home / "office.db").write_text("somebody's notes")
    assert "Another file is here" in refused(prichal.init())
    assert (prichal.home / "office.db").read_text() == "somebody's notes"


@pytest.mark.parametrize(
    ("content", "words"),
    [(None, "no database file"), (b"notes", "not a database"), (b"", "not a database")],
)
def test_database_that_is_none_is_named(prichal: Prichal, content: bytes | None, words: str) -> None:
    if content is not None:
        (prichal.home / "office.db").write_bytes(content)
    assert words in refused(prichal("find", "x", "--database", prichal.url, "--login", LOGIN))


@pytest.mark.parametrize(
    "arguments",
    [("fly",), ("find",), ("demo", "--leads", "0"), ("demo", "--leads", "many"), ("init",), ("--unknown",),
     ("import", "deals", "x.csv"), ("init", "--preset", "bakery", "--admin-name", "x", "--admin-login", "y")],
)  # fmt: skip
def test_wrong_usage_ends_with_two(prichal: Prichal, arguments: tuple[str, ...]) -> None:
    done = prichal(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: prichal")


@pytest.mark.parametrize("command", ["", "init", "demo", "import", "find", "screenshots"])
def test_help_says_every_option(prichal: Prichal, command: str) -> None:
    done = prichal(*filter(None, (command, "--help")))
    assert (done.code, done.err) == (0, "")
    assert "--database" in done.out
    assert "--login" in done.out
    assert "--json" in done.out


def test_demo_makes_its_own_database_and_says_who_signs_in(prichal: Prichal) -> None:
    arguments = ("demo", "--database", prichal.url, "--leads", "40", "--now", "2025-11-18T11:45", "--language", "ru")
    done = prichal(*arguments, "--json", PRICHAL_PASSWORD="")
    assert done.code == 0, done.err
    made = done.content
    assert isinstance(made, dict)
    assert made["leads"] == 40
    manager = next(one for one in made["employees"] if one["role"] == "manager")
    found = prichal("find", "000", "--json", "--login", manager["login"], PRICHAL_PASSWORD=made["password"])
    assert found.code == 0
    again = prichal("demo", "--database", prichal.url, "--login", made["login"], PRICHAL_PASSWORD=made["password"])
    assert "There are clients in this database" in refused(again)


def test_demo_fills_an_office_that_is_there(prichal: Prichal) -> None:
    prichal.init("--preset", "general")
    done = prichal("demo", "--leads", "20", "--json")
    assert done.code == 0, done.err
    assert isinstance(done.content, dict)
    assert done.content["password"] is None


def test_time_that_is_none_is_refused(prichal: Prichal) -> None:
    assert "time can't be read" in refused(prichal("demo", "--database", prichal.url, "--now", "yesterday"))


def test_closed_pipe_is_one_message(prichal: Prichal) -> None:
    prichal.init()
    command = [sys.executable, "-m", "app", "find", "никого"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=prichal.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, complaint = process.communicate()
    assert process.returncode == 1
    assert complaint == "prichal: Nobody reads the output any more.\n"


def test_interrupt_is_one_message_and_leaves_nothing(prichal: Prichal) -> None:
    prichal.init()
    # by `env`: whoever runs the tests in the background may have had SIGINT ignored for all below
    command = ["env", "--default-signal=INT", sys.executable, "-m", "app", "demo", "--leads", "200000"]
    process = subprocess.Popen(
        command, cwd=ROOT, env=prichal.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    )  # fmt: skip
    tellers = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while not tellers.read_text() and process.poll() is None:  # it has begun to write once another process tells
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, complaint = process.communicate(timeout=60)
    assert process.returncode == 1, complaint
    assert complaint == "prichal: Interrupted.\n"
    assert prichal("find", "000", "--json").content == []


def test_window_takes_the_path_of_a_file_as_its_database(prichal: Prichal, tmp_path: Path) -> None:
    environment = prichal.environment(QT_QPA_PLATFORM="offscreen")
    command = [sys.executable, "-m", "app", "--database", str(tmp_path / "office.db")]
    window = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
    remembered = prichal.home / "config" / "Prichal" / "databases.json"
    end = time.monotonic() + 60
    while not remembered.exists() and window.poll() is None and time.monotonic() < end:
        time.sleep(0.05)  # the program says nothing when its window is there
    window.terminate()
    _out, err = window.communicate(timeout=20)
    assert "Traceback" not in err
    assert f"sqlite:///{tmp_path / 'office.db'}" in remembered.read_text(encoding="utf-8")


def test_window_refuses_an_address_of_no_database_we_know(prichal: Prichal) -> None:
    words = refused(prichal("--database", "mysql://host/office", QT_QPA_PLATFORM="offscreen"))
    assert words.startswith("This address can't be read.")
