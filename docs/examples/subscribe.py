"""Prints every event once, in order. Started again, it goes on where it ended."""

import json
import sys
from contextlib import suppress

import redis

server = redis.Redis.from_url(sys.argv[1], decode_responses=True)
stream, group, me = "missionfeed:events", "readme", "reader-1"
with suppress(redis.ResponseError):  # the group is there from last time
    server.xgroup_create(stream, group, id="0", mkstream=True)

unread = "0"  # first what was handed to us before and never acknowledged, then what is new
while True:
    answer = server.xreadgroup(group, me, {stream: unread}, count=100, block=5000)
    entries = answer[0][1] if answer else []
    for position, fields in entries:
        event = json.loads(fields["event"])
        print(position, event["type"], event["subject"], flush=True)
        server.xack(stream, group, position)
    if not entries:
        unread = ">"
