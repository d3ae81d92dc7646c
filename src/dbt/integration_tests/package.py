"""Installs the release's archive in a project of a user's, by `tarball` and by `local`, and builds and tests it on DuckDB with
a model of that project. The archive's README must link to nothing outside it.

package.py ARCHIVE WORK DUCKDB SCHEMA
"""

import os
import re
import subprocess
import sys
import tarfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from shutil import rmtree
from threading import Thread

PROJECT = """
name: acme
profile: kustomer
vars: {{kustomer_schema: {schema}}}
"""
MODEL = "select status, count(*) as conversations from {{ ref('kustomer__conversations') }} group by 1"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def dbt(project, *command):
    profiles = Path(__file__).parent
    subprocess.run(
        [Path(sys.executable).with_name("dbt"), "--quiet", *command, "--project-dir", project, "--profiles-dir", profiles, "--target", "duckdb"],
        check=True, env=os.environ | {"KUSTOMER_MARTS": "marts_package"},
    )


def install(project, package):
    (project / "packages.yml").write_text(f"packages: [{package}]")
    (project / "package-lock.yml").unlink(missing_ok=True)
    rmtree(project / "dbt_packages", ignore_errors=True)
    dbt(project, "deps")


def broken_links(folder):
    links = re.findall(r"\]\(([^)#]+)", (folder / "README.md").read_text())
    return [link for link in links if not re.match(r"[a-z]+:", link) and not (folder / link).exists()]


def main(archive, work, database, schema):
    archive, project = Path(archive).resolve(), Path(work).resolve() / "acme"
    (project / "models").mkdir(parents=True)
    (project / "dbt_project.yml").write_text(PROJECT.format(schema=schema))
    (project / "models/by_status.sql").write_text(MODEL)
    os.environ["KUSTOMER_DUCKDB"] = str(Path(database).resolve())

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=archive.parent)) as server:
        Thread(target=server.serve_forever).start()
        try:
            install(project, f'{{tarball: "http://127.0.0.1:{server.server_port}/{archive.name}", name: kustomer}}')
        finally:
            server.shutdown()
    dbt(project, "build")

    with tarfile.open(archive) as tar:
        tar.extractall(project, filter="data")
    folder = archive.name.removesuffix(".tar.gz")
    install(project, f"{{local: {folder}}}")
    dbt(project, "parse")

    if links := broken_links(project / folder):
        sys.exit(f"{archive.name}: README.md links to what the archive does not have: {', '.join(links)}")
    print(f"{archive.name}: installed by tarball and by local, and built")


if __name__ == "__main__":
    main(*sys.argv[1:])
