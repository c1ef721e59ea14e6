"""Takes events as they are called in: checks each signature, and prints each event once."""

import os
from http.server import BaseHTTPRequestHandler, HTTPServer

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

webhook = Webhook(os.environ["WEBHOOK_SECRET"])
taken: set[str] = set()  # ids; a program that must not forget keeps them with what it makes of them


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            event = webhook.verify(body, dict(self.headers))
        except WebhookVerificationError:
            self.send_error(401)  # not from Missionfeed, or not from today
            return
        if event["id"] not in taken:
            print(event["sequence"], event["type"], event["subject"], flush=True)
            taken.add(event["id"])
        self.send_response(204)  # only now may the next event come
        self.end_headers()


HTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), Receiver).serve_forever()
