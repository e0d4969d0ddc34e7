"""The figures behind /metrics. Nothing here names or describes a person."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)


class Metrics:
    """All figures of one process, in a registry of their own, so that tests can have several side by side."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        results = Counter("cabinet_updates", "Updates that were finished", ["result"], registry=self.registry)
        self.handled = results.labels("handled")
        self.put_aside = results.labels("put_aside")
        self.dropped = results.labels("dropped")
        self.failures = Counter("cabinet_update_failures", "Tries of an update that failed", registry=self.registry)
        self.unfinished = Gauge("cabinet_updates_unfinished", "Updates taken and not finished", registry=self.registry)
        self.update_seconds = Histogram(
            "cabinet_update_seconds", "From taking an update to its end", registry=self.registry, buckets=_SECONDS
        )
        self.polls = Counter("cabinet_polls", "getUpdates calls by outcome", ["outcome"], registry=self.registry)
        self.last_poll = Gauge("cabinet_last_poll_time", "When getUpdates last worked", registry=self.registry)

        self.calls = Counter("cabinet_calls", "Bot API calls by outcome", ["method", "outcome"], registry=self.registry)
        self.calls_again = Counter("cabinet_calls_repeated", "Bot API calls made again", registry=self.registry)

        notices = Counter(
            "cabinet_notices", "Owed messages by what became of a try", ["result"], registry=self.registry
        )
        self.notices_sent = notices.labels("sent")
        self.notices_void = notices.labels("void")
        self.notices_again = notices.labels("again")
        self.notices_dead = notices.labels("dead")
        self.notices_unreachable = notices.labels("unreachable")
        self.notices_paused = notices.labels("paused")
        self.letters = Counter(
            "cabinet_letters",
            "Letters and SMS by what became of a try",
            ["channel", "result"],
            registry=self.registry,
        )
        self.outbox_waiting = Gauge("cabinet_outbox_waiting", "Owed messages not yet sent", registry=self.registry)
        self.outbox_dead = Gauge("cabinet_outbox_dead", "Owed messages put aside", registry=self.registry)
        self.outbox_lag = Gauge(
            "cabinet_outbox_lag_seconds", "Age of the oldest message that is due", registry=self.registry
        )
        self.last_error = Gauge(
            "cabinet_delivery_last_error_time", "When delivery last failed, by kind", ["kind"], registry=self.registry
        )
        self.active = Gauge("cabinet_worker_active", "1 while this process sends and schedules", registry=self.registry)
