"""Checks a platform with the official Python client.

The platform is told by INTUNED_API_BASE_URL, INTUNED_API_KEY, INTUNED_WORKSPACE_ID and INTUNED_PROJECT, as `jobtop simulate`
prints them. One line is printed for each check; the exit status is 0 only if all of them hold. The client validates every
answer strictly: closed lists of words, required keys, exact types. It takes the body of an error unread, so the error models
that its TypeScript sibling validates with stand here.
"""

import os
import sys
import time
import traceback
from typing import Any, Literal
from urllib.parse import quote, urlsplit

import httpx
from intuned_client import IntunedClient
from intuned_client.exceptions import AuthenticationError, NotFoundError, ServerError, ValidationError
from pydantic import BaseModel, ConfigDict, StrictBool, StrictStr

ACTIVE = {"PENDING", "PAUSING", "PAUSED", "RESUMING"}
FINAL = {"SUCCESS", "FAILURE", "COMPLETED", "TERMINATED", "CANCELED"}

CHECKS = []


class ErrorBody(BaseModel):
    """What every error of the API holds; those of 400, 401 and 404 are as @intuned/client 0.5.2 declares them, below."""

    model_config = ConfigDict(strict=True)

    code: StrictStr
    category: Literal["user", "infrastructure"]
    message: StrictStr
    retirable: StrictBool
    details: Any = None
    correlationId: StrictStr


class BadRequestBody(ErrorBody):
    code: Literal["bad-request"]
    category: Literal["user"]


class UnauthorizedBody(ErrorBody):
    code: Literal["unauthorized"]
    category: Literal["user"]


class NotFoundBody(ErrorBody):
    code: Literal["not-found"]
    category: Literal["user"]


DECLARED = {400: BadRequestBody, 401: UnauthorizedBody, 404: NotFoundBody}

# The calls, as the simulator's faults name them.
CALLS = {
    "jobs": ("GET", "/jobs"),
    "job": ("GET", "/jobs/{job}"),
    "runs": ("GET", "/jobs/{job}/runs"),
    "run": ("GET", "/jobs/{job}/runs/{run}"),
    "trigger": ("POST", "/jobs/{job}/trigger"),
    "terminate": ("POST", "/jobs/{job}/runs/{run}/terminate"),
    "pause": ("POST", "/jobs/{job}/pause"),
    "resume": ("POST", "/jobs/{job}/resume"),
    "result": ("GET", "/run/{run}/result"),
    "start": ("POST", "/run/start"),
}


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


def ask(platform, call, key=None, project=None, job=None, run="no-such-run", query="", body=None):
    """Makes a call over plain HTTP, past the client, which hides what it cannot send."""
    method, path = CALLS[call]
    parts = {"job": quote(job or platform.job_id, safe=""), "run": quote(run, safe="")}
    project = quote(project or platform.project, safe="")
    url = f"{setting('INTUNED_API_BASE_URL')}/{platform.workspace}/projects/{project}{path.format(**parts)}{query}"
    return httpx.request(method, url, headers={"x-api-key": key or setting("INTUNED_API_KEY")}, content=body)


def refused(answer, status):
    """Asserts that an answer is an error of that status whose body its declared model takes."""
    assert answer.status_code == status, (answer.request.url, answer.status_code, answer.text)
    assert answer.headers["content-type"].startswith("application/json"), answer.headers
    DECLARED.get(status, ErrorBody).model_validate_json(answer.content)


def set_faults(text):
    """Switches on these faults of the simulator in place of all others."""
    origin = urlsplit(setting("INTUNED_API_BASE_URL"))
    httpx.put(f"{origin.scheme}://{origin.netloc}/simulator/faults", content=text).raise_for_status()


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
        DECLARED.get(status, ErrorBody).model_validate(caught.body)
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


@check("every call refuses with the body that is declared for the status: 401, 404 and, where it can be had, 400")
def declared_errors(platform):
    for call in CALLS:
        refused(ask(platform, call, key="wrong"), 401)
        refused(ask(platform, call, project="no such project", body=b'{"api": "a", "parameters": {}}'), 404)
        if "{" in CALLS[call][1]:
            refused(ask(platform, call, job="no-such-job"), 404)
    for query in ["?pageSize=none", "?pageNumber=-1", "?sortBy=colour,desc"]:
        refused(ask(platform, "runs", query=query), 400)
    for body in [None, b"{", b"[]", b'{"api": 1, "parameters": {}}', b'{"api": "a"}']:
        refused(ask(platform, "start", body=body), 400)
    assert ask(platform, "pause").status_code == 200
    try:
        refused(ask(platform, "trigger"), 400)
    finally:
        assert ask(platform, "resume").status_code == 200


@check("every status that can be switched on comes with such a body too, and the client tells its kind")
def switched_errors(platform):
    kinds = {401: AuthenticationError, 403: AuthenticationError, 404: NotFoundError, 429: ValidationError}
    try:
        for status in [401, 403, 404, 429, 500, 503, 504]:
            set_faults(f"all={status}")
            for call in CALLS:
                refused(ask(platform, call, body=b'{"api": "a", "parameters": {}}'), status)
            error = kinds.get(status, ServerError)
            try:
                platform.jobs.list(project_name=platform.project)
            except error as caught:
                assert type(caught) is error and caught.status_code == status, caught
            else:
                raise AssertionError(f"no {error.__name__}")
    finally:
        set_faults("")


@check("a method that a call does not have is refused with such a body")
def wrong_method(platform):
    for call, (method, _) in CALLS.items():
        other = "POST" if method == "GET" else "GET"
        CALLS[call] = (other, CALLS[call][1])
        try:
            refused(ask(platform, call), 405)
        finally:
            CALLS[call] = (method, CALLS[call][1])


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
