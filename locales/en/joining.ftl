joining-progress = <i>Form, step { $number } of { $count }</i>
joining-now = What we have now: <b>{ $answer }</b>
joining-ask-name =
    <b>What is your name?</b>

    Write your first and last name in one message.
joining-ask-birth_date =
    <b>When were you born?</b>

    Write day, month and year, for example: 07.05.1990.
joining-ask-phone =
    <b>Your phone number</b>

    Press “📱 Share my number” below: Telegram will send us the number of your account.
joining-why = Why do you ask?
joining-why-name = Your consultant sees your name in an order, to know how to address you and whom to give the goods to. Only the administrators of the cabinet see it besides.
joining-why-birth_date = You can buy from the age of 18, so we ask for your birth date. Your consultant does not see it.
joining-why-phone = The company will call this number if an order or its delivery needs help. The button proves that the number is yours. There will be no advertising without your consent.
joining-share = 📱 The button for your number is at the bottom, below the text field.
joining-phone-kept = 📱 Your number is noted.

joining-review =
    <b>Check your form</b>
joining-mine =
    <b>Your form</b>
joining-review-name = Name: <b>{ $answer }</b>
joining-review-birth_date = Birth date: <b>{ $answer }</b>
joining-review-phone = Phone: <b>{ $answer }</b>
joining-complete = ✅ All correct
joining-correct-name = ✏️ Correct the name
joining-correct-birth_date = ✏️ Correct the birth date
joining-correct-phone = ✏️ Correct the phone

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
