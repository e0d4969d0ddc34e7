# Whoever changes a text gives it a new version in domain/consents/models.py.
consent-agree = ✅ I agree
consent-refuse = I do not agree
consent-later = No, thank you
consent-file = 📄 As a file
consent-file-caption = 📄 The text of the consent, for you to keep.
consent-again = ← To the consent
consent-refused =
    <b>All right, no form then</b>

    We have written down nothing about you. The catalog is open without a form, and you can change your mind at any time.
consent-lead-cabinet = <i>Before we ask about you we need your consent. Without it you can look through the catalog, but not buy.</i>
consent-lead-promotions = <i>This one is up to you: it makes no difference to your purchases.</i>
consent-lead-photo = <i>This one is up to you too: only virtual makeup needs it.</i>
consent-text-cabinet =
    <b>Consent to the processing of personal data: the cabinet</b>
    Version { $version }

    Freely, of my own will and in my own interest I consent to the operator ({ $operator }) processing my personal data in order to open and keep my cabinet “{ $brand }”, to handle my orders and to answer me.

    <b>Which data:</b> last name, first name, patronymic; birth date; series and number of the passport, day of issue, department code; registered address; phone; e-mail; kind and number of the business group; network and last four digits of a card; my Telegram account; my orders; who my consultant is and why I changed.
    <b>What is done with them:</b> they are recorded, kept, corrected, used, deleted; my name and what I order are handed to my consultant. The data are kept encrypted.
    <b>How long:</b> while the cabinet is open or until I withdraw this consent; then the data are destroyed within 30 days, but for those that the law wants kept.
    <b>How to withdraw:</b> by the command /privacy or by writing to the operator.
consent-text-promotions =
    <b>Consent to advertising messages</b>
    Version { $version }

    I consent to the operator ({ $operator }) sending me messages in Telegram about promotions, novelties and selections of “{ $brand }”, and to my consultant wishing me a happy birthday.

    <b>Which data:</b> my Telegram account, the history of my orders, my town, the day and month of my birth, who my consultant is.
    <b>What is done with them:</b> what may interest me is chosen by them; day and month of my birth (without the year) are shown to my consultant.
    <b>How long:</b> until I withdraw this consent.
    <b>How to withdraw:</b> by the button under any message or the command /privacy at any time; the messages stop at once. Kinds of messages can be switched off one by one as well.
consent-text-photo =
    <b>Consent to the processing of a photo</b>
    Version { $version }

    I consent to the operator ({ $operator }) processing a photo of my face that I send, only to show makeup on it in “{ $brand }”.

    <b>What is done with it:</b> it is kept while I try makeup on and handed to nobody. Nobody tries to establish an identity by it.
    <b>How long:</b> until I delete the photo or withdraw this consent.
    <b>How to withdraw:</b> by the command /privacy at any time.
