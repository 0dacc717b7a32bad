"""The route of our own bugs: into the log file, then one dialog; nothing the user typed is thrown away."""

import asyncio
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    QUrl,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox

from app.qtbase.theme import theme

_log = logging.getLogger("prichal.crash")
_qt_log = logging.getLogger("qt")

LOG_BYTES = 2_000_000
LOG_FILES = 5

_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class _Route(QObject):
    """Carries errors to the UI thread, from whichever thread they come."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.show: Callable[[BaseException], None] = _show_dialog
        self.arrived.connect(self._receive, Qt.ConnectionType.AutoConnection)

    def _receive(self, error: BaseException) -> None:
        self.show(error)


_route: list[_Route] = []
_log_file: list[Path] = []
_shown: list[QMessageBox] = []


def report(error: BaseException) -> None:
    """Log an error that nobody expected and show it once. Callable from any thread."""
    _log.error("unexpected error", exc_info=error)
    if _route:
        _route[0].arrived.emit(error)


def install(log_folder: Path, show: Callable[[BaseException], None] | None = None) -> None:
    """Send every uncaught error of Python, threads and Qt's messages to the log in `log_folder`, and errors to `show`.

    Call it on the UI thread once there is a QApplication. `show` is the crash dialog by default.
    """
    start_log(log_folder)
    if not _route:
        _route.append(_Route())
    _route[0].show = show or _show_dialog
    sys.excepthook = _except_hook
    threading.excepthook = lambda args: report(args.exc_value) if args.exc_value is not None else None
    qInstallMessageHandler(_qt_message)


def watch_loop(loop: asyncio.AbstractEventLoop) -> None:
    """Route what asyncio would only print: errors of tasks that nobody awaits."""
    loop.set_exception_handler(_loop_error)


def start_log(log_folder: Path) -> Path:
    """Write the log to a file that turns over at LOG_BYTES; returns the file."""
    log_folder.mkdir(parents=True, exist_ok=True)
    path = log_folder / "prichal.log"
    if path not in _log_file:
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8")
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        root = logging.getLogger()
        _replace_plain_log(root, path)
        root.addHandler(handler)
        root.setLevel(logging.INFO)
        _log_file.append(path)
    return path


def _replace_plain_log(root: logging.Logger, path: Path) -> None:
    """The command line writes the same file before there is a window: each line once."""
    for earlier in root.handlers[:]:
        if isinstance(earlier, logging.FileHandler) and Path(earlier.baseFilename) == path:
            root.removeHandler(earlier)
            earlier.close()


def _except_hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    report(error)


def _loop_error(_loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    error = context.get("exception")
    if isinstance(error, asyncio.CancelledError):
        return
    about = context.get("task") or context.get("future") or ""
    report(error if isinstance(error, BaseException) else RuntimeError(f"{context.get('message')} {about}".strip()))


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s (%s)", message, context.category)


def _show_dialog(error: BaseException) -> None:
    """One dialog at a time: a second error while it is open is only logged."""
    if _shown:
        return
    box = QMessageBox(QApplication.activeWindow())
    box.setIcon(QMessageBox.Icon.Critical)
    box.setWindowTitle(QCoreApplication.translate("Crash", "Prichal: an error in the program"))
    box.setText(QCoreApplication.translate("Crash", "Something went wrong in the program itself."))
    box.setInformativeText(
        QCoreApplication.translate(
            "Crash",
            "What you typed is still there. Try again; if it repeats, send your administrator the log.",
        )
    )
    box.setDetailedText("".join(traceback.format_exception_only(error)))  # where it came from stands in the log
    log_button = box.addButton(QCoreApplication.translate("Crash", "Show the log"), QMessageBox.ButtonRole.ActionRole)
    go_on = box.addButton(QCoreApplication.translate("Crash", "Go on working"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(go_on)
    box.setEscapeButton(go_on)
    log_button.clicked.connect(_open_log)
    for button in box.buttons():
        theme().fix_height(button, "control")
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.finished.connect(_shown.clear)
    _shown.append(box)
    box.open()


def _open_log() -> None:
    if _log_file:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(_log_file[-1].parent)))
