notice-new-customer =
    <b>You have a new customer!</b>

    Somebody chose you as their consultant. We will tell you here of every order of theirs.
notice-open-orders = Customers’ orders
notice-customer-left =
    <b>A customer went over to another consultant</b>

    The orders they have placed with you stay yours.
notice-consultant-gone =
    <b>Your consultant is not available</b>

    { $name } does not work with customers at the moment. Choose another: it takes two presses, your cart and orders stay.
notice-find-consultant = 🤝 Choose a consultant
notice-form-reminder =
    <b>You have begun the form</b>

    Everything you wrote is kept. A few questions are left, and you can order. This is the only reminder; an unfinished form is deleted by itself after two weeks.
