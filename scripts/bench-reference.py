"""Profiles one request with aiconfigurator, for `npm run bench`: MODEL SYSTEM BACKEND GPUS ISL OSL TTFT_MS ITL_MS."""

import contextlib
import io
import logging
import sys
import time

logging.disable(logging.CRITICAL)
with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
    from aiconfigurator.cli.main import _execute_tasks, build_default_tasks

    model, system, backend, gpus, isl, osl, ttft, itl = sys.argv[1:9]
    tasks = build_default_tasks(
        model_path=model, total_gpus=int(gpus), system=system, backend=backend,
        isl=int(isl), osl=int(osl), ttft=float(ttft), tpot=float(itl),
    )
    chosen = _execute_tasks(tasks, mode="default", top_n=5)[0]
print(chosen, round(time.process_time(), 3))
