"""A Kustomer API with one stream, whose records are JSON as a test wrote it."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class FakeKustomer:
    """Answers every search with `records` that the asked times admit, and every list with what `lists` has of it."""

    def __init__(self):
        self.records = []  # (updated_at, JSON text), oldest first
        self.lists = {}  # the JSON texts of a list's records, by its path; other lists have nothing
        self.refused = None  # the path that the key lacks the role for
        fake = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                path = self.path.split("?")[0]
                if path == "/v1/auth/tokens/current":
                    self.answer('{"data":{"type":"token","id":"1","attributes":{"roles":["org"]}}}')
                elif path == fake.refused:
                    self.answer('{"errors":[{"code":"forbidden"}]}', 403)
                elif path in fake.lists:
                    self.answer(page(fake.lists[path]))
                else:
                    self.answer('{"data":[],"meta":{},"links":{}}')

            def do_POST(self):
                query = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                self.answer(fake.search(query))

            def answer(self, body, status=200):
                body = body.encode("utf-8", "surrogatepass")
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def search(self, query):
        found = [text for at, text in self.records if admits(query.get("and", []), at)]
        if any("desc" in sort.values() for sort in query.get("sort", [])):
            found.reverse()
        return page(found)

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def page(records):
    return '{"meta":{"total":%d,"totalPages":1,"page":1},"links":{},"data":[%s]}' % (len(records), ",".join(records))


COMPARE = {
    "gte": lambda at, limit: at >= limit,
    "gt": lambda at, limit: at > limit,
    "lt": lambda at, limit: at < limit,
    "lte": lambda at, limit: at <= limit,
}


def admits(filters, at):
    """Whether times as Kustomer writes them, which sort as text, are within the filters."""
    return all(COMPARE[how](at, limit) for each in filters for bound in each.values() for how, limit in bound.items())
