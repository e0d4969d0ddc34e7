consultants-cities =
    <b>Choose a consultant</b>

    A consultant helps you choose, confirms your order and arranges delivery. Which city are you in?
consultants-none =
    <b>No consultants yet</b>

    Nobody takes new customers at the moment. Come back later, or open the invite of a consultant you know.
consultants-none-here = Nobody takes new customers here at the moment. Try other cities.
consultants-city = { $name } · { $count }
consultants-type-city = ✏️ Type a city
consultants-everywhere = All consultants
consultants-type-ask =
    <b>Your city</b>

    Type its name or its first letters.
consultants-type-again = ✏️ Type it differently
consultants-which-city = Several cities match “{ $city }”. Which one is yours? You can also type more of the name.
consultants-no-city = Nothing matches “{ $city }”. Type it differently or choose a city nearby: a consultant can also send orders by post.
consultants-all-cities = All cities
consultants-list =
    <b>{ $city }</b>

    { $count ->
        [one] { $count } consultant takes new customers.
       *[other] { $count } consultants take new customers.
    } Open a card to get to know them.
consultants-choose = ✅ Choose { $name }
consultants-chosen =
    <b>Your consultant: { $name }</b>

    We have told them about you. Fill your cart and place an order.
consultants-chosen-form =
    <b>Your consultant: { $name }</b>

    We have told them about you. Before you can order there is a short form: three questions.
consultants-chosen-toast = Consultant chosen
consultants-to-form = 📝 Fill in the form

consultant-brief = { $name } · { $what }
consultant-title = <b>{ $name }</b>
consultant-place = 📍 { $place }
consultant-about = { $about }
consultant-specialities = Helps with: { $names }
consultant-languages = Languages: { $names }
consultant-hours = Available from { $opens } to { $closes }, their own time
consultant-is-yours = ✅ This is your consultant
consultant-is-closed = Takes no new customers at the moment
speciality-skin_care = skin care
speciality-makeup = makeup
speciality-colour_type = colours that suit you
speciality-mens_care = men’s care
speciality-nails = manicure
speciality-sets_and_gifts = sets and gifts

invited-welcome = Hello! This is the { $brand } cabinet. The menu is always at hand, at the bottom.
invited-by = You are invited by { $name }:
invited-has-other = Your consultant is <b>{ $name }</b>. An invite cannot change that, but you can get to know each other:
invited-look = 🛍 Look at the catalog
invited-unknown =
    <b>There is no such invite</b>

    The link may have a typo. Ask for it once more, or choose a consultant yourself.

invite =
    <b>Your invite</b>

    { $link }

    Whoever opens the link sees your card and can choose you as their consultant. { $count ->
        [0] You have no customers yet.
        [one] You have { $count } customer.
       *[other] You have { $count } customers.
    }
invite-share = 📤 Send the invite
invite-share-text = Join me in the { $brand } cabinet: catalog, orders and my advice in Telegram.
