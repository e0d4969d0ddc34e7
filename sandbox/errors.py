"""The two kinds of refusal: the Bot API's, in Telegram's words, and the person side's."""

from typing import Any


class ApiError(Exception):
    """A Bot API call is refused with `code` and Telegram's own `description`."""

    def __init__(self, code: int, description: str, parameters: dict[str, Any] | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON answer as Telegram words it."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


def bad_request(reason: str) -> ApiError:
    """400 with the usual prefix."""
    return ApiError(400, f"Bad Request: {reason}")


def forbidden(reason: str) -> ApiError:
    """403 with the usual prefix."""
    return ApiError(403, f"Forbidden: {reason}")


def too_many(retry_after: int) -> ApiError:
    """429 with the pause, in seconds, in `parameters.retry_after`."""
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


class PersonError(Exception):
    """A request on the person side cannot be done: `status` is 400, 404 or 409."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status
        self.reason = reason
