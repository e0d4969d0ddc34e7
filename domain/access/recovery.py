"""A forgotten password: the number, a code to the phone or e-mail of the form, a new password.

A number nobody has goes through the same screens with made-up masks, and no code is ever right: whether a number exists
cannot be learnt here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.access.admit import EnteringWork
from domain.access.errors import EntryOver, LoggedInElsewhere, TryLater
from domain.access.masks import Masks, decoy_masks, masks_of
from domain.access.models import Entry
from domain.access.models import Way as Proof
from domain.access.throttle import Throttle, Throttles
from domain.codes.models import CodeExpired, NoCode, Way, WrongCode
from domain.codes.use_cases import CheckCode, Purpose, SendCode
from domain.people.models import Person
from domain.shared.clock import Clock
from domain.shared.ids import CustomerId
from domain.shared.transaction import Transaction

AGAIN = timedelta(seconds=60)
BEGUN = timedelta(hours=1)
