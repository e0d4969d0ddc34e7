consultants-cities =
    <b>Choose a consultant</b>

    A consultant helps you choose, confirms your order and arranges delivery.

    Type your city, a consultant’s name or the number of their cabinet. Or press a button below.
consultants-none =
    <b>No consultants yet</b>

    Nobody takes new customers at the moment. Come back later, or open the invite of a consultant you know.
consultants-none-here = Nobody takes new customers here at the moment. Try other cities.
consultants-none-such = Nobody here meets these wishes. Drop one of them below or try other cities.
consultants-city = { $name } · { $count }
consultants-in-region = { $name }, { $region }
consultants-everywhere = All consultants
consultants-near-me = 📍 Near me
consultants-place-ask =
    <b>Who is near</b>

    Press “📍 Send where I am” at the bottom, or attach any point on the map. The place is for this search only: we do not keep it.
consultants-place-share = The button “📍 Send where I am” is at the bottom now. The name of your city will do as well: just type it.
consultants-place-kept = Thank you, here are the nearest ones. The menu is back at the bottom.
consultants-which = This is what “{ $text }” may mean. Choose, or type more of it.
consultants-no-match = Nothing matches “{ $text }”. Try another way: a city, a consultant’s name or the number of their cabinet.
consultants-by-name = 👤 By the name “{ $name }”: { $count }
consultants-all-cities = All cities
consultants-in = { $name }
consultants-near = Nearest: { $name }
consultants-near-point = Nearest to you
consultants-named = By the name “{ $name }”
consultants-title = <b>{ $title }</b>
consultants-count = { $count ->
        [one] { $count } consultant takes new customers.
       *[other] { $count } consultants take new customers.
    } 🟢 by a name: available now. Open a card to get to know them.
consultants-by-speciality = 🔎 What they help with
consultants-by-language = 🗣 In which language
consultants-wish-speciality = What do you need help with?
consultants-wish-language = Which language would you rather speak with your consultant?
consultants-any-speciality = Any help
consultants-any-language = Any language
consultants-choose = ✅ Choose { $name }
consultants-go-over = 🔁 Go over to { $name }
consultants-change = 🔁 Change consultant
consultants-find-new = 🤝 Choose a new consultant
consultants-reason-ask =
    <b>Your new consultant: { $name }</b>

    Tell us in one message why you want to change consultants. Only administrators will see the reason.

    We will tell both consultants. Orders already placed stay with the one you had. You can change consultants once in { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
consultants-chosen =
    <b>Your consultant: { $name }</b>

    We have told them about you. Fill your cart and place an order.
consultants-chosen-form =
    <b>Your consultant: { $name }</b>

    We have told them about you. Before you can order there is a form: you will need your passport, phone and e-mail.
consultants-chosen-toast = Consultant chosen
consultants-to-form = 📝 Fill in the form

consultant-brief = { $name } · { $what }
consultant-title = <b>{ $name }</b>
consultant-rating = ⭐ { $stars } · { $count ->
    [one] { $count } rating
   *[other] { $count } ratings
}
consultant-place = 📍 { $place }
consultant-about = { $about }
consultant-specialities = Helps with: { $names }
consultant-languages = Languages: { $names }
consultant-hours-now = 🟢 Available now: { $opens } to { $closes } local time, it is { $now } there
consultant-hours-later = ⚪ Available { $opens } to { $closes } local time, it is { $now } there now
consultant-hours-always = 🟢 Available round the clock
consultant-far = { $city }, { $distance }
consultant-is-yours = ✅ This is your consultant
consultant-is-closed = Takes no new customers at the moment
consultant-is-gone = Does not work with customers at the moment. You can choose another consultant.
distance-close = under 1 km
distance-km = { $km } km
level-consultant = Consultant
level-senior_consultant = Senior Consultant
level-sales_manager = Sales Manager
level-senior_manager = Senior Manager
level-future_director = Future Director
level-director = Director
level-senior_director = Senior Director
speciality-skin_care = skin care
speciality-makeup = makeup
speciality-colour_type = colours that suit you
speciality-mens_care = men’s care
speciality-nails = manicure
speciality-sets_and_gifts = sets and gifts

invited-welcome = Hello! This is the { $brand } cabinet. The menu is always at hand, at the bottom.
invited-by = You are invited by { $name }:
invited-has-other = Your consultant is <b>{ $name }</b>. Get to know each other and decide whether to go over:
invited-look = 🛍 Look at the catalog
invited-unknown =
    <b>There is no such invite</b>

    The link may have a typo. Ask for it once more, or choose a consultant yourself.

invite =
    <b>Your invite</b>

    { $link }

    The number of your cabinet: <code>{ $number }</code>

    Whoever opens the link or points a camera at the code sees your card and can choose you as their consultant. { $count ->
        [0] You have no customers yet.
        [one] You have { $count } customer.
       *[other] You have { $count } customers.
    }
invite-share = 📤 Send the invite
invite-share-text = Join me in the { $brand } cabinet: catalog, orders and my advice in Telegram.
invite-pause = ⏸ Take no new customers
invite-resume = ▶️ Take new customers again
invite-paused = ⏸ You take no new customers at the moment.
invite-full = You have no room for new customers, so the search does not show you.
invite-paused-toast = There will be no new customers
invite-resumed-toast = The search shows you again

overseen-how =
    <b>About a consultant</b>

    Write the command with the number of a cabinet: /staff 10482715
    With a number it sets how many customers they can serve: /staff 10482715 50. A dash in its place lifts the limit.
overseen-sheet =
    <b>{ $name }</b>, cabinet { $number }

    { $count ->
        [0] No customers.
        [one] { $count } customer.
       *[other] { $count } customers.
    }
overseen-room = Can serve { $room } at most.
overseen-room-any = There is no limit to their customers.
overseen-has-left = The consultant has left: the search does not show them, their customers are offered another. Open orders stay with them.
overseen-unreachable = The consultant has stopped the bot: the search does not show them, their customers are offered another.
overseen-paused = Takes no new customers at the moment.
overseen-reasons = <b>Why customers went over to others</b>
overseen-reason = { $date }: { $reason }
overseen-left = The consultant has left
overseen-back = The consultant is back
