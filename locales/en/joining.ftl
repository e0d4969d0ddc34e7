joining-progress = <i>Form, step { $number } of { $count }</i>
joining-now = What we have now: <b>{ $answer }</b>
joining-skip = Skip
joining-why = Why do you ask?

joining-ask-last_name =
    <b>Your last name?</b>

    As in your passport.
joining-ask-first_name =
    <b>Your first name?</b>

    As in your passport.
joining-ask-patronymic =
    <b>Your patronymic?</b>

    If you have none, press “Skip”.
joining-ask-birth_date =
    <b>When were you born?</b>

    Write day, month and year, for example: 07.05.1990. Or pick it from the calendar.
joining-ask-passport =
    <b>Series and number of your passport</b>

    Ten digits, for example: 45 09 123456.
joining-ask-passport_issued =
    <b>When was the passport issued?</b>

    Write day, month and year, for example: 20.06.2009. Or pick it from the calendar.
joining-ask-passport_department =
    <b>Department code</b>

    Six digits next to the day of issue, for example: 770-001.
joining-ask-address =
    <b>Registered address</b>

    Write it in one line, with commas, for example: 119019, Москва, ул. Арбат, д. 10, кв. 5. We will split it into parts for you to check.
joining-ask-phone =
    <b>Your phone number</b>

    Press “📱 Share my number” below: Telegram will send us the number of your account.
joining-ask-phone-typed =
    <b>Your phone number</b>

    The quickest way is to press “📱 Share my number” below. Another number can be typed: we will send it a code by SMS.
joining-ask-email =
    <b>Your e-mail</b>

    Write the address, and we will send it a code of six digits.
joining-ask-group_kind =
    <b>What are you joining for?</b>

    Choose the kind of business group.
joining-ask-group_number =
    <b>Number of the business group</b>

    Your consultant knows it. If there is none, press “Skip”.
joining-ask-card =
    <b>Payment card</b>

    Only its network and the last four digits, for example: Mir 1234. The whole number is not needed, and we will not keep it.
joining-ask-postcode = Write the postcode: six digits.
joining-ask-region = Write the region.
joining-ask-city = Write the city or settlement.
joining-ask-street = Write the street.
joining-ask-house = Write the number of the house, with the building if there is one.
joining-ask-flat = Write the number of the flat.

joining-why-last_name = The agreement is made in the name of your passport. Your consultant sees first and last name in an order; only the administrators of the cabinet see it besides.
joining-why-first_name = Your consultant addresses you by this name and sees it in an order. Only the administrators of the cabinet see it besides.
joining-why-patronymic = The agreement needs it as it stands in the passport. Your consultant does not see it.
joining-why-birth_date = You can buy from the age of 18, so we ask for your birth date. Your consultant does not see it.
joining-why-passport = The passport makes sure that one person opens one cabinet, once. Series and number are kept encrypted, and your consultant does not see them.
joining-why-passport_issued = By the day of issue we check the number for slips. It is kept encrypted.
joining-why-passport_department = The department code is part of the passport data that stand in the agreement. It is kept encrypted.
joining-why-address = The registered address stands in the agreement. Where an order is brought to is between you and your consultant.
joining-why-phone = The company will call this number if an order or its delivery needs help, and access is recovered by it. There will be no advertising without your consent.
joining-why-email = A letter with the cabinet number and the password comes to this address, and if the password is lost, access is recovered by it.
joining-why-group_kind = Who buys for themselves and their family can order at once. For those who want to serve customers the administrators open a consultant’s cabinet.
joining-why-group_number = By its number your orders are counted to your consultant’s group.
joining-why-card = So that you know your card when you pay. Payment runs through Telegram; we never have the number of the card.

joining-pick-day = 📅 Pick from the calendar
joining-pick-birth_date = <b>When were you born?</b>
joining-pick-passport_issued = <b>When was the passport issued?</b>
joining-kind-family = For myself and family
joining-kind-consulting = To serve customers
joining-card-mir = Mir
joining-card-visa = Visa
joining-card-mastercard = Mastercard

joining-address-check =
    <b>Check the address</b>

    This is how we understood it. Press what is to be corrected, or write the whole line again.
joining-address-gaps =
    <b>Something is missing in the address</b>

    Press what is not given, or write the whole line again.
joining-address-right = ✅ The address is right
joining-part-postcode = Postcode: <b>{ $answer }</b>
joining-part-region = Region: <b>{ $answer }</b>
joining-part-city = City: <b>{ $answer }</b>
joining-part-street = Street: <b>{ $answer }</b>
joining-part-house = House: <b>{ $answer }</b>
joining-part-flat = Flat: <b>{ $answer }</b>
joining-part-none = none
joining-part-missing = ❗ not given
joining-no-part = The address has none
joining-correct-postcode = ✏️ Postcode
joining-correct-region = ✏️ Region
joining-correct-city = ✏️ City
joining-correct-street = ✏️ Street
joining-correct-house = ✏️ House
joining-correct-flat = ✏️ Flat

joining-code-phone =
    <b>The code from the message</b>

    We sent it to confirm the number { $address }. Write the six digits; the code is good for 10 minutes.
joining-code-email =
    <b>The code from the letter</b>

    We sent it to confirm the address { $address }. Write the six digits; the code is good for 10 minutes. If there is no letter, look into spam.
joining-code-by-email = ✉️ New code by letter to { $address }
joining-code-by-sms = 💬 New code by SMS to { $address }
joining-code-again = A new code is on its way; the one before is void.
joining-other-phone = ✏️ Another number
joining-other-email = ✏️ Another address
joining-share = 📱 The button for your number is at the bottom, below the text field.
joining-kept-phone = 📱 Your number is noted.
joining-kept-email = ✉️ Your address is confirmed.

joining-review =
    <b>Check your form</b>
joining-mine =
    <b>Your form</b>
joining-review-last_name = Last name: <b>{ $answer }</b>
joining-review-first_name = First name: <b>{ $answer }</b>
joining-review-patronymic = Patronymic: <b>{ $answer }</b>
joining-review-birth_date = Birth date: <b>{ $answer }</b>
joining-review-passport = Passport: <b>{ $answer }</b>
joining-review-passport_issued = Issued on: <b>{ $answer }</b>
joining-review-passport_department = Department code: <b>{ $answer }</b>
joining-review-address = Address: <b>{ $answer }</b>
joining-review-phone = Phone: <b>{ $answer }</b>
joining-review-email = E-mail: <b>{ $answer }</b>
joining-review-group_kind = Kind of group: <b>{ $answer }</b>
joining-review-group_number = Group number: <b>{ $answer }</b>
joining-review-card = Card: <b>{ $answer }</b>
joining-complete = ✅ All correct
joining-approval = 🕐 To serve customers you need an administrator’s approval. You can buy for yourself right now.
joining-correct-last_name = ✏️ Last name
joining-correct-first_name = ✏️ First name
joining-correct-patronymic = ✏️ Patronymic
joining-correct-birth_date = ✏️ Birth date
joining-correct-passport = ✏️ Passport
joining-correct-passport_issued = ✏️ Day of issue
joining-correct-passport_department = ✏️ Department code
joining-correct-address = ✏️ Address
joining-correct-phone = ✏️ Phone
joining-correct-email = ✏️ E-mail
joining-correct-group_kind = ✏️ Kind of group
joining-correct-group_number = ✏️ Group number
joining-correct-card = ✏️ Card

joining-welcome = 🎉 Your form is complete: you can order now.
joining-done-consultant =
    <b>Now the consultant</b>

    They will confirm your order and arrange delivery.
joining-done-cart =
    <b>Your cart is waiting</b>

    Look it over and place your order.
joining-done-catalog =
    <b>Time to shop</b>

    Look through the catalog and put together your first order.
