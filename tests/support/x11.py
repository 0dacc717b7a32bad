"""What xdotool can't do on an X screen: pictures, which window lies under the pointer, keys for any character."""

import ctypes
import struct
import zlib
from collections.abc import Iterator
from ctypes import POINTER, byref, c_char_p, c_int, c_long, c_uint, c_ulong, c_void_p
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.support.accessibility import Box

ALL_PLANES = 0xFFFFFFFF
Z_PIXMAP = 2
VIEWABLE = 2
FIRST_KEYCODE, LAST_KEYCODE = 8, 255
UNICODE_KEYSYM = 0x01000000
LATIN1 = 0x100

ErrorHandler = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p)


class XImage(ctypes.Structure):
    """The beginning of Xlib's structure of the same name."""

    _fields_ = (
        ("width", c_int),
        ("height", c_int),
        ("xoffset", c_int),
        ("format", c_int),
        ("data", c_void_p),
        ("byte_order", c_int),
        ("bitmap_unit", c_int),
        ("bitmap_bit_order", c_int),
        ("bitmap_pad", c_int),
        ("depth", c_int),
        ("bytes_per_line", c_int),
    )


class XWindowAttributes(ctypes.Structure):
    """Xlib's structure of the same name."""

    _fields_ = (
        ("x", c_int),
        ("y", c_int),
        ("width", c_int),
        ("height", c_int),
        ("border_width", c_int),
        ("depth", c_int),
        ("visual", c_void_p),
        ("root", c_ulong),
        ("class_", c_int),
        ("bit_gravity", c_int),
        ("win_gravity", c_int),
        ("backing_store", c_int),
        ("backing_planes", c_ulong),
        ("backing_pixel", c_ulong),
        ("save_under", c_int),
        ("colormap", c_ulong),
        ("map_installed", c_int),
        ("map_state", c_int),
        ("all_event_masks", c_long),
        ("your_event_mask", c_long),
        ("do_not_propagate_mask", c_long),
        ("override_redirect", c_int),
        ("screen", c_void_p),
    )


@ErrorHandler
def _ignore(display: object, event: object) -> int:
    """Windows come and go while we look; Xlib's own handler would end the process."""
    return 0


def _library() -> ctypes.CDLL:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype, x.XOpenDisplay.argtypes = c_void_p, [c_char_p]
    x.XDefaultRootWindow.restype, x.XDefaultRootWindow.argtypes = c_ulong, [c_void_p]
    x.XGetImage.restype = POINTER(XImage)
    x.XGetImage.argtypes = [c_void_p, c_ulong, c_int, c_int, c_uint, c_uint, c_ulong, c_int]
    x.XDestroyImage.argtypes = [POINTER(XImage)]
    x.XGetWindowAttributes.argtypes = [c_void_p, c_ulong, POINTER(XWindowAttributes)]
    x.XQueryTree.argtypes = [c_void_p, c_ulong, *[POINTER(c_ulong)] * 2, POINTER(POINTER(c_ulong)), POINTER(c_uint)]
    x.XQueryPointer.argtypes = [c_void_p, c_ulong, *[POINTER(c_ulong)] * 2, *[POINTER(c_int)] * 4, POINTER(c_uint)]
    translate = [c_void_p, c_ulong, c_ulong, c_int, c_int, POINTER(c_int), POINTER(c_int), POINTER(c_ulong)]
    x.XTranslateCoordinates.argtypes = translate
    x.XGetKeyboardMapping.restype = POINTER(c_ulong)
    x.XGetKeyboardMapping.argtypes = [c_void_p, ctypes.c_ubyte, c_int, POINTER(c_int)]
    x.XChangeKeyboardMapping.argtypes = [c_void_p, c_int, c_int, POINTER(c_ulong), c_int]
    x.XFree.argtypes = [c_void_p]
    x.XSync.argtypes = [c_void_p, c_int]
    x.XCloseDisplay.argtypes = [c_void_p]
    x.XSetErrorHandler.argtypes = [ErrorHandler]
    x.XSetErrorHandler(_ignore)
    return x


def _png(pixels: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> bytes:
    height, width, _ = pixels.shape
    lines = np.zeros((height, 1 + width * 3), np.uint8)  # each line begins with its filter: none
    lines[:, 1:] = pixels.reshape(height, -1)

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(lines.tobytes(), 6)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


class X11:
    """A connection to an X screen."""

    def __init__(self, display: str) -> None:
        self._x = _library()
        self._display = self._x.XOpenDisplay(display.encode())
        if not self._display:
            raise ConnectionError(f"no X server at {display}")
        self._root = self._x.XDefaultRootWindow(self._display)
        self._keys: dict[str, int] = {}
        self._spare = self._spare_keycodes()

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def screenshot(self, path: Path) -> None:
        """Writes a PNG of the whole screen."""
        path.write_bytes(_png(self.pixels()))

    def pixels(self) -> NDArray[np.uint8]:
        """What the screen shows: rows of pixels of red, green and blue."""
        box = self._box(self._root)
        size = (box.width, box.height)
        image = self._x.XGetImage(self._display, self._root, 0, 0, *size, ALL_PLANES, Z_PIXMAP)
        try:
            line = image.contents.bytes_per_line
            raw = ctypes.string_at(image.contents.data, line * box.height)
        finally:
            self._x.XDestroyImage(image)
        return np.frombuffer(raw, np.uint8).reshape(box.height, line // 4, 4)[:, : box.width, 2::-1]

    def _box(self, window: int) -> Box:
        """Where a window lies on the screen, in real pixels."""
        attributes = XWindowAttributes()
        self._x.XGetWindowAttributes(self._display, window, byref(attributes))
        x, y, child = c_int(), c_int(), c_ulong()
        self._x.XTranslateCoordinates(self._display, window, self._root, 0, 0, byref(x), byref(y), byref(child))
        return Box(x.value, y.value, attributes.width, attributes.height)

    def windows(self) -> Iterator[Box]:
        """Every window that can be seen, frames and their contents alike."""
        waiting = [self._root]
        while waiting:
            for window in self._below(waiting.pop()):
                attributes = XWindowAttributes()
                known = self._x.XGetWindowAttributes(self._display, window, byref(attributes))
                if known and attributes.map_state == VIEWABLE:
                    waiting.append(window)
                    yield self._box(window)

    def _below(self, window: int) -> list[int]:
        root, parent, children, count = c_ulong(), c_ulong(), POINTER(c_ulong)(), c_uint()
        found = self._x.XQueryTree(self._display, window, byref(root), byref(parent), byref(children), byref(count))
        if not found or not count.value:
            return []
        windows = children[: count.value]
        self._x.XFree(children)
        return windows

    def window_under_pointer(self) -> Box:
        """The window that a click would reach."""
        window = self._root
        while True:
            root, child, mask = c_ulong(), c_ulong(), c_uint()
            places = [byref(c_int()) for _ in range(4)]
            self._x.XQueryPointer(self._display, window, byref(root), byref(child), *places, byref(mask))
            if not child.value:
                return self._box(window)
            window = child.value

    def _spare_keycodes(self) -> list[int]:
        """Keys of the keyboard that mean nothing in any layout."""
        width, count = c_int(), LAST_KEYCODE - FIRST_KEYCODE + 1
        table = self._x.XGetKeyboardMapping(self._display, FIRST_KEYCODE, count, byref(width))
        rows = [table[row * width.value : (row + 1) * width.value] for row in range(count)]
        self._x.XFree(table)
        return [FIRST_KEYCODE + row for row, symbols in enumerate(rows) if not any(symbols)]

    def keycode(self, character: str) -> int:
        """A key that types this one character in every layout; a spare key is given to it where it has none yet."""
        if character not in self._keys:
            if not self._spare:  # the key given away first is the one whose text was read longest ago
                oldest = next(iter(self._keys))
                self._spare.append(self._keys.pop(oldest))
            point = ord(character)
            symbol = point if point < LATIN1 else UNICODE_KEYSYM + point
            keycode = self._spare.pop()
            symbols = (c_ulong * 4)(symbol, symbol, symbol, symbol)
            self._x.XChangeKeyboardMapping(self._display, keycode, len(symbols), symbols, 1)
            self._x.XSync(self._display, 0)
            self._keys[character] = keycode
        return self._keys[character]
