"""Runs a command on a terminal of its own and prints what it would show: terminal.py COLUMNS INTERRUPT COMMAND...

With a text for INTERRUPT the terminal sends Ctrl-C once the text was shown. The last line is how the command ended.
"""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, interrupt, *command = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(columns), 0, 0))
    os.execvp(command[0], command)
shown = b""
is_sent = interrupt == ""
while True:
    try:
        read = os.read(terminal, 65536)
    except OSError:
        break
    if not read:
        break
    shown += read
    if not is_sent and interrupt.encode() in shown:
        os.write(terminal, b"\x03")
        is_sent = True
_, status = os.waitpid(child, 0)
sys.stdout.buffer.write(shown)
print(f"\nended with {os.waitstatus_to_exitcode(status)}")
