"""Shows a list with the official Python client and rich, as a reader of its documentation would write it.

`sdk.py jobs` prints the list of jobs once; `sdk.py runs JOB` shows the newest 20 runs of a job and asks again every second.
"""

import os
import sys
import time

from intuned_client import IntunedClient
from rich.console import Console
from rich.live import Live
from rich.table import Table

project = os.environ["INTUNED_PROJECT"]
client = IntunedClient(
    api_key=os.environ["INTUNED_API_KEY"],
    workspace_id=os.environ["INTUNED_WORKSPACE_ID"],
    base_url=os.environ["INTUNED_API_BASE_URL"],
    timeout=30,
)
jobs = client.projects.jobs


def table_of_jobs():
    table = Table("job", "state", "last run")
    for job in jobs.list(project_name=project):
        table.add_row(job.id, str(job.state), str(job.last_run_time))
    return table


def table_of_runs(job):
    table = Table("run", "status", "created", "items", "ok", "failed")
    page = jobs.runs.list(
        project_name=project, job_id=job, page_size="20", page_number="0", sort_by="created_at,desc"
    )
    for run in page.job_runs:
        cells = (run.id, run.status, run.created_at, run.payloads, run.successful_runs, run.failed_runs)
        table.add_row(*map(str, cells))
    return table


if sys.argv[1] == "jobs":
    Console().print(table_of_jobs())
else:
    with Live(table_of_runs(sys.argv[2]), auto_refresh=False, screen=True) as live:
        while True:
            time.sleep(1)
            live.update(table_of_runs(sys.argv[2]), refresh=True)
