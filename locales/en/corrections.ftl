wrong-open = ✋ Something is wrong
wrong-what =
    <b>What do we have wrong?</b>

    Choose an answer and write what is wrong with it. While the data officer checks, we <b>do not use</b> that answer: your consultant does not see it, no order, letter or code goes by it. You hear from us within 7 working days.
wrong-form = Your form is not finished: you can correct its answers yourself.
wrong-checked = 🔒 { $name }: being checked, decided by { $due }
wrong-other = Something else
wrong-cancel = Take back: { $name }
wrong-cancelled = The request is taken back
wrong-say =
    <b>What is wrong: { $name }</b>

    Write what is wrong, what is right, and why: { $least } to { $most } characters. We delete your message from the chat at once; only the data officer reads it.
wrong-taken =
    <b>Request no. { $number } is taken: { $name }</b>

    Until it is decided we do not use this answer. You hear from us by { $due } at the latest. If it was right after all, you can take the request back.
wrong-taken-other =
    <b>Request no. { $number } is taken</b>

    You hear from us by { $due } at the latest. Until then you can take it back.

question-open = ❓ Ask
question-ask =
    <b>What do you want to know about your data?</b>

    For example, who it was given to and why. Write one message, { $least } to { $most } characters. The data officer answers within 10 working days. We delete your message from the chat at once.
question-waits =
    <b>Question no. { $number } waits for its answer</b>

    The answer comes here by { $due } at the latest.

requests-kind-correction = wrong data
requests-kind-question = question about data
requests-about = What is wrong: <b>{ $name }</b>
requests-read = 👁 What was written
requests-correct = ✏️ Correct it
requests-answer = ✍️ Answer
requests-extend = ⏳ { $days ->
    [one] { $days } working day
   *[other] { $days } working days
} more
requests-refuse-accurate = Refuse: the data is right
requests-refuse-unproven = Refuse: nothing shows it is wrong
requests-refuse-others = Refuse: it would show others’ data
requests-refuse-repeated = Refuse: answered lately
requests-words-coming = It comes as a message of its own and is gone in 2 minutes.
requests-words = <b>Request no. { $number }</b>. Gone in { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}.
requests-words-held = Held ({ $name }): <b>{ $answer }</b>
requests-words-said = Written: { $words }
requests-value-ask =
    <b>What is right: { $name }</b>

    Write the right answer, as in the form. It takes the place of the old one at once, and the person is told.
requests-value-none = If there is none, write { $sign }
requests-answer-ask =
    <b>Your answer</b>

    Write one message, { $least } to { $most } characters. The person gets it as it is.
requests-answered =
    <b>Done</b>

    The person is told, and the log has an entry.
requests-extend-ask =
    <b>Why does it take longer?</b>

    The term is put off by { $days ->
        [one] { $days } working day
       *[other] { $days } working days
    }, once. The person reads the reason too, { $least } to { $most } characters.
requests-extended =
    <b>The term is put off to { $due }</b>

    The person is told the reason.

news-corrected =
    <b>Request no. { $number }: corrected</b>

    { $name }: it is right now, and used again.
news-prove = Please prove the new contact by a code in the form: without that no password can be recovered by it.
news-done =
    <b>Request no. { $number }: corrected</b>

    { $answer }
news-answered =
    <b>The answer to question no. { $number }</b>

    { $answer }
news-extended =
    <b>Question no. { $number }: it takes longer</b>

    You hear from us by { $due } at the latest (Federal Law 152-FZ, article 20). The reason: { $reason }
news-refused = <b>Request no. { $number }: refused</b>
news-refused-accurate = We have checked: what is written is right (Federal Law 152-FZ, article 21). The data is used again. You can appeal to Roskomnadzor.
news-refused-unproven = Nothing shows that it is wrong: send what does with a new request (Federal Law 152-FZ, article 21). The data is used again. You can appeal to Roskomnadzor.
news-refused-others = The answer would show other people’s data (Federal Law 152-FZ, article 14, part 8). You can appeal to Roskomnadzor.
news-refused-repeated = We answered this less than 30 days ago (Federal Law 152-FZ, article 14, part 4). You can appeal to Roskomnadzor.

joining-blocked = 🔒 What is marked is being checked and not used for now.

expected-mydata-wrong_proof = The cabinet’s password is needed now, as text. To leave, press /cancel.
expected-mydata-wrong = What is wrong is needed now, as text. To leave, press /cancel.
expected-mydata-question = Your question is needed now, as text. To leave, press /cancel.
expected-answering-answer = The answer to the request is needed now, as text. To leave, press /cancel.
expected-answering-extension = The reason is needed now, as text. To leave, press /cancel.

error-words-needed = Please write { $least } to { $most } characters.
error-already-asked = Your last question still waits for its answer. You can ask the next one after it.
error-already-extended = The term of this request was put off before. The law allows it once.
error-field-blocked = This answer is being checked, so it cannot be changed now. You can take the request back.
error-invalid-address-gaps = Postcode, region, city or house is missing. Please write the whole address.
