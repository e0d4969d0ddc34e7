privacy-open-consents = My consents
privacy-consents = <b>Your consents</b>
privacy-consents-none =
    <b>No consents</b>

    You have given none, or all of them are withdrawn.
privacy-consent-cabinet =
    ✅ <b>Personal cabinet</b>
    Given { $at }, version { $version }
privacy-consent-promotions =
    ✅ <b>Promotions</b>
    Given { $at }, version { $version }
privacy-consent-photo =
    ✅ <b>Photo</b>
    Given { $at }, version { $version }
privacy-withdraw-cabinet = Withdraw: cabinet
privacy-withdraw-promotions = Withdraw: promotions
privacy-withdraw-photo = Withdraw: photo
privacy-withdraw-ask-cabinet =
    <b>Withdraw the consent to the use of your data?</b>

    We write down nothing new, and what is written is destroyed within 30 days. Until then you can change your mind: “Your data”, then “Delete my data”.
privacy-withdraw-ask-promotions =
    <b>Withdraw the consent to promotions?</b>

    There will be no more promotions. Your orders are not affected.
privacy-withdraw-ask-photo =
    <b>Withdraw the consent to your photo?</b>

    Virtual makeup with your photo will not be available. Your orders are not affected.
privacy-withdraw = Yes, withdraw
privacy-withdrawn = The consent is withdrawn

command-mydata = A copy of your data
mydata-open = 📄 A copy of my data
mydata-password =
    <b>Type the cabinet’s password</b>

    Your phone may be in other hands, so the password comes first. We delete the message with it at once.
mydata-password-wrong =
    <b>That is not the password</b>

    Type it again, or recover it.
mydata-coming =
    <b>Your copy is being made</b>

    In a few seconds two files come: a PDF to read and a JSON for programs. Your passport and address are in them: keep them somewhere safe and delete them from the chat.
mydata-file-json = Your data: a file for programs. Save it and delete this message.
mydata-file-pdf = Your data: a file to read. Save it and delete this message.
mydata-title = A copy of your data
mydata-lead = Everything { $operator } holds about you (article 14 of Federal Law 152-FZ). Inner numbers are in the JSON file.
mydata-yes = yes
mydata-no = no
error-proof-needed = The form opens the cabinet, so type the password first. After it you can correct things for 15 minutes.
error-too-many-copies = Today a copy was made as many times as it can be: { $limit }. Please try tomorrow.
error-request-ended = This request was decided or taken back already.

erasure-open = 🗑 Delete my data
erasure-what =
    <b>Delete my data</b>

    <b>Destroyed:</b> the form with passport, address and contacts, the cabinet’s number and password, bound accounts, cart, favourites, comments and the history of messages.
    <b>Kept without a name:</b> what was ordered and for how much (accounting, Federal Law 402-FZ, article 29: five years), a note that there was a consent, and the act of destruction (three years).
    <b>By when:</b> 10 working days. Until the data is destroyed you can take the request back. After that nobody can log in to the cabinet.
erasure-open-orders = ⚠️ { $count ->
    [one] { $count } order is
   *[other] { $count } orders are
} still on the way to you. After the deletion your consultant will not know whom to deliver to: cancel first, or wait for the delivery.
erasure-consultant = ⚠️ You are a consultant: your card leaves the finder, and your customers are offered another consultant.
erasure-ask = Delete my data
erasure-asked =
    <b>Request no. { $number } is taken</b>

    The data will be destroyed by { $due } at the latest. You will get a message. Until then you can take the request back.
erasure-cancel = Take the request back
erasure-cancelled =
    <b>The request is taken back</b>

    Your data stays. If you withdrew your consent, give it again in the form: /form.
erasure-cancelled-toast = The request is taken back

requests-open = 🔒 Requests about data
requests-queue = <b>Requests about personal data</b>

    { $count ->
        [one] { $count } request is
       *[other] { $count } requests are
    } waiting. The soonest due is on top.
requests-none =
    <b>Requests about personal data</b>

    All requests are decided.
requests-row = no. { $number } · { $kind } · by { $due }
requests-row-late = 🔴 no. { $number } · { $kind } · by { $due }
requests-kind-access = copy of data
requests-kind-erasure = deletion
requests-kind-withdrawal = consent withdrawn
requests-one =
    <b>Request no. { $number }: { $kind }</b>

    Customer record: { $cabinet }
    Asked: { $asked }
    Due: { $due }
requests-late = 🔴 <b>Overdue.</b> Answer today.
requests-open-orders = ⚠️ { $count ->
    [one] { $count } order is not fulfilled yet
   *[other] { $count } orders are not fulfilled yet
}: a ground to put the destruction off.
requests-destroy = Destroy the data
requests-refuse-contract = Refuse: an open order
requests-refuse-dispute = Refuse: a court or authority asked
requests-state-open = Waiting for a decision.
requests-state-done = Done.
requests-state-refused = Refused.
requests-state-cancelled = Taken back.
requests-destroy-ask =
    <b>Destroy the data of request no. { $number }?</b>

    It cannot be brought back. Orders stay without a name. The act comes as a file.
requests-destroy-sure = Yes, destroy
requests-destroyed =
    <b>The data is destroyed</b>

    The act comes as a file. Keep it for three years; it stays here as well.
requests-refused = The refusal is written down, and the person is told the ground.
requests-look = Open the request

notice-request-asked = 📨 <b>New request no. { $number }</b>: { $kind }. Due: { $due }.
notice-request-half = ⏳ Request no. { $number } ({ $kind }): half of the term is over. Due: { $due }.
notice-request-day = ⏰ Request no. { $number } ({ $kind }): one working day is left. Due: { $due }.
notice-request-overdue = 🔴 Request no. { $number } ({ $kind }) is overdue. It was due: { $due }.
notice-erasure-asked = ⚠️ <b>From your cabinet somebody asked to delete all data.</b> The request was confirmed with the password. If it wasn’t you, take it back and change the password.
notice-erasure-refused-contract =
    <b>We cannot delete your data yet</b>

    There is an order that is not fulfilled, and without data it cannot be delivered (Federal Law 152-FZ, article 6, part 1, item 5). Ask again when it is. You can appeal to Roskomnadzor.
notice-erasure-refused-dispute =
    <b>We cannot delete your data yet</b>

    A court or an authority has asked for it (Federal Law 152-FZ, article 6, part 1). You can appeal to Roskomnadzor.
notice-erased =
    <b>Your data is destroyed</b>

    Orders stay in the books without your name. Thank you for having been with us. If you want to come back, just write /start.

act-title = Act of destruction of personal data no. { $number }
act-lead = Operator: { $operator }. Made by the program under order 179 of Roskomnadzor; kept for three years together with the extract of the log.
act-file = Act of destruction no. { $number }. Keep it for three years.
act-facts = Circumstances
act-subject = Subject
act-subject-number = customer record no. { $number }
act-system = Information system
act-reason = Reason
act-reason-access = the subject’s request
act-reason-erasure = the subject’s demand (article 21, part 5.1)
act-reason-withdrawal = consent withdrawn (article 21, part 5)
act-asked = Asked
act-at = Destroyed
act-by = Destroyed by (Telegram number)
act-way = Way
act-way-words = rows deleted from the database in one transaction and overwritten
act-log = Extract of the log: categories and numbers of records

expected-mydata-copy = The cabinet’s password is needed now, as text. To leave, press /cancel.
expected-mydata-erasure = The cabinet’s password is needed now, as text. To leave, press /cancel.
error-way-prove = 🔑 Type the password
notice-data-changed = ⚠️ <b>Something in your cabinet’s form was corrected.</b> It was confirmed with the password from another account. If it wasn’t you, unbind it in the cabinet and change the password.
expected-mydata-correction = The cabinet’s password is needed now, as text. To leave, press /cancel.
