"""What an API holds, read page by page in the order of creation, which changes leave as it is: the truth without the tap."""

import json
from urllib.request import Request, urlopen

# Stream, and the context and path of its search.
SEARCHED = {
    "customers": "customer",
    "conversations": "conversation",
    "messages": "message",
    "kobjects": "kobject",
}


def updated_at_by_id(settings):
    """For each searched stream, when each object was last updated."""
    return {stream: dict(found(settings, context)) for stream, context in SEARCHED.items()}


def found(settings, context):
    since = [{f"{context}_updated_at": {"gte": settings["start_date"]}}]
    page, total = 0, 1
    while page < total:
        page += 1
        query = {"queryContext": context, "and": since, "sort": [{f"{context}_created_at": "asc"}], "includeDeleted": True}
        request = Request(
            f"{settings['api_url']}/v1/customers/search?page={page}&pageSize=500",
            json.dumps(query).encode(),
            {"Authorization": f"Bearer {settings['api_token']}", "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=60) as response:
            answer = json.load(response)
        total = answer["meta"]["totalPages"]
        for each in answer["data"]:
            yield each["id"], each["attributes"]["updatedAt"]
