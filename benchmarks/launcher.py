"""Runs a command and prints what it used as JSON: wall seconds, processor seconds, peak MB, status. See `measure`."""

from __future__ import annotations

import json
import os
import sys
import time

started = time.perf_counter()
child = os.fork()
if child == 0:
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, used = os.wait4(child, 0)
wall = time.perf_counter() - started
peak = used.ru_maxrss / (1024 if sys.platform == "linux" else 1 << 20)
print(json.dumps([wall, used.ru_utime + used.ru_stime, peak, os.waitstatus_to_exitcode(status)]))
