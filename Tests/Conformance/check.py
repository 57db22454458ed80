"""Checks a platform with the official Python client.

The platform is told by INTUNED_API_BASE_URL, INTUNED_API_KEY, INTUNED_WORKSPACE_ID and INTUNED_PROJECT, as `jobtop simulate`
prints them. One line is printed for each check; the exit status is 0 only if all of them hold. The client validates every
answer strictly: closed lists of words, required keys, exact types.
"""

import os
import sys
import time
import traceback

from intuned_client import IntunedClient
from intuned_client.exceptions import AuthenticationError, NotFoundError, ValidationError

ACTIVE = {"PENDING", "PAUSING", "PAUSED", "RESUMING"}
FINAL = {"SUCCESS", "FAILURE", "COMPLETED", "TERMINATED", "CANCELED"}

CHECKS = []


def check(title):
    """Adds a function to the checks, under a title."""

    def add(function):
        CHECKS.append((title, function))
        return function

    return add


class Platform:
    """The platform under test, and what a check left behind for the next ones."""

    def __init__(self):
        self.project = setting("INTUNED_PROJECT")
        self.workspace = setting("INTUNED_WORKSPACE_ID")
        self.client = self.connect(setting("INTUNED_API_KEY"))
        self.jobs = self.client.projects.jobs
        self.job_id = None
        self.run_id = None

    def connect(self, key, workspace=None):
        return IntunedClient(
            api_key=key,
            workspace_id=workspace or self.workspace,
            base_url=setting("INTUNED_API_BASE_URL"),
            timeout=30,
        )

    def runs(self, job_id, size="50", number="0", order="created_at,desc"):
        return self.jobs.runs.list(
            project_name=self.project, job_id=job_id, page_size=size, page_number=number, sort_by=order
        )

    def run(self, run_id):
        return self.jobs.runs.get(project_name=self.project, job_id=self.job_id, job_run_id=run_id)

    def wait(self, run_id, statuses, seconds=60):
        """Asks for a run until it has one of the statuses."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            status = self.run(run_id).job_run.status
            if status in statuses:
                return status
            time.sleep(0.2)
        raise AssertionError(f"run {run_id} is {status} after {seconds} s, not one of {sorted(statuses)}")


def setting(name):
    value = os.environ.get(name)
    if not value:
        sys.exit(f"{name} is not set.")
    return value


def raises(error, status, call, code):
    """Asserts that a call fails with exactly that error, HTTP status and code of the body."""
    try:
        call()
    except error as caught:
        assert type(caught) is error, type(caught)
        assert caught.status_code == status, caught.status_code
        assert caught.body["code"] == code, caught.body
        assert set(caught.body) >= {"code", "category", "message", "retirable", "correlationId"}, caught.body
    else:
        raise AssertionError(f"no {error.__name__}")


@check("jobs are listed")
def list_jobs(platform):
    jobs = platform.jobs.list(project_name=platform.project)
    assert jobs
    for job in jobs:
        assert job.workspace_id == platform.workspace
    active = [job for job in jobs if job.state == "ACTIVE" and job.payload]
    assert active, "there is no active job"
    platform.job_id = active[0].id


@check("every job is got by its id, and says the same as the list")
def get_jobs(platform):
    for row in platform.jobs.list(project_name=platform.project):
        job = platform.jobs.get(project_name=platform.project, job_id=row.id)
        assert (job.id, job.project_id) == (row.id, row.project_id)
        assert len(job.payload) == len(row.payload)
        assert job.proxy == (row.proxy.url if row.proxy else None)


@check("runs of every job are listed, in pages and in order")
def list_runs(platform):
    for job in platform.jobs.list(project_name=platform.project):
        first = platform.runs(job.id, size="3")
        second = platform.runs(job.id, size="3", number="1")
        assert len(first) == min(3, first.total_count)
        ids = [run.id for run in first.job_runs + second.job_runs]
        assert len(set(ids)) == len(ids)
        created = [run.created_at for run in first.job_runs + second.job_runs]
        assert created == sorted(created, reverse=True)
        for run in platform.runs(job.id).job_runs:
            assert run.job_id == job.id
            assert (run.end_time is None) == (run.status in ACTIVE), run
            assert run.successful_runs + run.failed_runs <= run.payloads, run


@check("a run is got by its id; a final one with items has results")
def get_run(platform):
    ended = [run for run in platform.runs(platform.job_id).job_runs if run.status in FINAL and run.successful_runs]
    assert ended
    answer = platform.run(ended[0].id)
    assert answer.job_run.id == ended[0].id
    assert answer.results.format == "jsonl"
    assert answer.results.signed_url.startswith("http")
    assert answer.results.size > 0


@check("the results file is served to whoever has the link, and to nobody with a key")
def fetch_results(platform):
    import httpx

    ended = [run for run in platform.runs(platform.job_id).job_runs if run.status in FINAL and run.successful_runs]
    answer = platform.run(ended[0].id)
    plain = httpx.get(answer.results.signed_url)
    assert plain.status_code == 200
    assert len(plain.content) == answer.results.size
    lines = plain.text.splitlines()
    assert len(lines) == answer.job_run.successful_runs + answer.job_run.failed_runs
    keyed = httpx.get(answer.results.signed_url, headers={"x-api-key": setting("INTUNED_API_KEY")})
    assert keyed.status_code == 403 and keyed.text.startswith("<?xml")


@check("a triggered run is pending")
def trigger(platform):
    answer = platform.jobs.trigger(project_name=platform.project, job_id=platform.job_id)
    assert answer.message
    platform.run_id = answer.job_run_id
    run = platform.run(platform.run_id).job_run
    assert (run.status, run.type, run.end_time) == ("PENDING", "MANUAL", None)


@check("a paused job is paused, and takes no trigger")
def pause(platform):
    assert platform.jobs.pause(project_name=platform.project, job_id=platform.job_id).message == "Paused"
    rows = {job.id: job for job in platform.jobs.list(project_name=platform.project)}
    assert rows[platform.job_id].state == "PAUSED"
    assert rows[platform.job_id].reason.type == "paused"
    assert platform.wait(platform.run_id, {"PAUSED"}) == "PAUSED"
    assert platform.run(platform.run_id).job_run.reason.type == "user-request"
    raises(
        ValidationError,
        400,
        lambda: platform.jobs.trigger(project_name=platform.project, job_id=platform.job_id),
        "bad-request",
    )


@check("a resumed job goes on")
def resume(platform):
    assert platform.jobs.resume(project_name=platform.project, job_id=platform.job_id).message == "Resumed"
    assert platform.run(platform.run_id).job_run.status == "RESUMING"
    platform.wait(platform.run_id, {"PENDING"} | FINAL)


@check("a terminated run ends so, and terminating it again changes nothing")
def terminate(platform):
    run_id = platform.jobs.trigger(project_name=platform.project, job_id=platform.job_id).job_run_id
    stop = lambda: platform.jobs.runs.terminate(
        project_name=platform.project, job_id=platform.job_id, job_run_id=run_id
    )
    assert stop().message == "JobRun terminated successfully."
    assert platform.wait(run_id, FINAL) == "TERMINATED"
    run = platform.run(run_id).job_run
    assert run.end_time and run.reason.type == "terminated"
    assert stop().message
    assert platform.run(run_id).job_run == run


@check("a single run is started and its result asked for")
def single_run(platform):
    runs = platform.client.projects.runs
    started = runs.start(project_name=platform.project, body={"api": "product-price", "parameters": {"sku": "A1"}})
    answer = runs.result(project_name=platform.project, run_id=started.run_id)
    assert answer.run_id == started.run_id
    assert answer.status in {"pending", "started", "completed"}


@check("a wrong key is an AuthenticationError")
def wrong_key(platform):
    stranger = platform.connect("wrong")
    raises(AuthenticationError, 401, lambda: stranger.projects.jobs.list(project_name=platform.project), "unauthorized")


@check("another workspace is an AuthenticationError")
def wrong_workspace(platform):
    stranger = platform.connect(setting("INTUNED_API_KEY"), workspace="00000000-0000-4000-8000-000000000000")
    raises(AuthenticationError, 403, lambda: stranger.projects.jobs.list(project_name=platform.project), "forbidden")


@check("what does not exist is a NotFoundError")
def not_found(platform):
    nowhere = "no/such job ü"
    raises(NotFoundError, 404, lambda: platform.jobs.list(project_name=nowhere), "not-found")
    raises(NotFoundError, 404, lambda: platform.jobs.get(project_name=platform.project, job_id=nowhere), "not-found")
    raises(NotFoundError, 404, lambda: platform.runs(nowhere), "not-found")
    raises(NotFoundError, 404, lambda: platform.run(nowhere), "not-found")


@check("a bad request is a ValidationError")
def bad_request(platform):
    raises(ValidationError, 400, lambda: platform.runs(platform.job_id, size="none"), "bad-request")
    raises(ValidationError, 400, lambda: platform.runs(platform.job_id, number="-1"), "bad-request")
    raises(ValidationError, 400, lambda: platform.runs(platform.job_id, order="colour,desc"), "bad-request")


def main():
    platform = Platform()
    failed = 0
    for title, function in CHECKS:
        try:
            function(platform)
            print(f"ok      {title}", flush=True)
        except Exception:
            failed += 1
            print(f"FAILED  {title}", flush=True)
            traceback.print_exc()
    print(f"{len(CHECKS) - failed} of {len(CHECKS)} checks hold.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
