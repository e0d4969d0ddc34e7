"""The use cases of entering a cabinet, by the names handlers ask for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from bot.adapters.working_days import RussianWorkingDays
from bot.settings import Settings
from domain.access.bindings import LogOut, ShowProfile, Unbind
from domain.access.consulting import DecideApplicant, ShowApplicants
from domain.access.issue import WriteLetter
from domain.access.log_in import LogIn
from domain.access.passwords import ConfirmPassword, SetPassword
from domain.access.ports import Passwords
from domain.access.recovery import CheckRecoveryCode, SendRecoveryCode, StartRecovery
from domain.access.throttle import Throttles
from domain.audit.personal import LookUp, OpenPersonal, ShowPersonal
from domain.codes.use_cases import CheckCode, SendCode
from domain.people.models import Duty
from domain.personal.corrections import AskCorrection, Correct
from domain.personal.questions import AnswerQuestion, AskQuestion, ExtendQuestion, ShowNews
from domain.personal.reading import OpenRequest, ReadRequest
from domain.personal.use_cases import AskCopy, AskErasure, DecideRequest
from domain.shared.clock import Clock
from domain.shared.ids import PersonId
from storage.database import Database


def access_cases(database: Database, settings: Settings, clock: Clock, passwords: Passwords) -> dict[str, Any]:
    """Those whose passwords are hashed by `passwords`, and what goes with them."""
    read, write = database.read, database.write
    throttles, limit = Throttles(), settings.accounts_per_cabinet
    calendar = RussianWorkingDays()
    officers = officers_of(settings)
    return {
        "ask_copy": AskCopy(read, write, clock, calendar),
        "ask_erasure": AskErasure(read, write, clock, calendar, officers),
        "decide_request": DecideRequest(write, clock),
        "ask_correction": AskCorrection(read, write, clock, calendar, officers),
        "correct": Correct(write, clock, settings.region, settings.open_text_ways),
        "ask_question": AskQuestion(read, write, clock, calendar, officers),
        "answer_question": AnswerQuestion(write, clock),
        "extend_question": ExtendQuestion(write, clock, calendar),
        "open_request": OpenRequest(write, clock, settings.reads_a_day),
        "read_request": ReadRequest(read, clock),
        "show_news": ShowNews(read),
        "log_in": LogIn(read, write, clock, passwords, throttles, limit),
        "confirm_password": ConfirmPassword(read, write, clock, passwords, throttles),
        "set_password": SetPassword(read, write, clock, passwords, limit),
        "start_recovery": StartRecovery(write, clock, throttles),
        "send_recovery_code": SendRecoveryCode(write, clock, SendCode(write, clock)),
        "check_recovery_code": CheckRecoveryCode(read, write, clock, CheckCode(write, clock)),
        "show_profile": ShowProfile(read, limit),
        "unbind": Unbind(write, clock),
        "log_out": LogOut(write, clock),
        "write_letter": WriteLetter(read, write, clock, passwords, timedelta(days=settings.one_time_days)),
        "show_applicants": ShowApplicants(read, write, clock),
        "find_cabinet": LookUp(write, clock),
        "open_personal": OpenPersonal(write, clock, settings.reads_a_day),
        "show_personal": ShowPersonal(read, clock),
        "decide_applicant": DecideApplicant(write, clock),
    }


def officers_of(settings: Settings) -> tuple[PersonId, ...]:
    """The data officers, who answer requests about personal data."""
    return tuple(PersonId(each) for each, duties in sorted(settings.duties.items()) if Duty.OFFICER in duties)
