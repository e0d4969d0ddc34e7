"""A form as somebody fills it in, for tests that need one."""

from __future__ import annotations

from datetime import date

from domain.joining.address import Address
from domain.joining.card import Card
from domain.joining.models import Form, GroupKind, Proof
from domain.shared.card_numbers import Network

JOINED = Form(
    last_name="Петрова",
    first_name="Анна",
    patronymic="Ивановна",
    birth_date=date(1990, 5, 7),
    passport="4509123456",
    passport_issued=date(2010, 6, 20),
    passport_department="770-001",
    address=Address("119019", "Москва", "Москва", "ул. Арбат", "10", "5"),
    phone="+79161234567",
    phone_proof=Proof.OWN,
    email="anna@example.org",
    email_proof=Proof.OWN,
    group_kind=GroupKind.FAMILY,
    group_number="1234",
    card=Card(Network.MIR, "1234"),
)
"""Everything is answered; not looked over yet."""
