offers-open = 🏷 Promotions and promo codes
offers-title = <b>Price promotions</b>
    In all: { $count }
offers-new = ➕ New promotion
offer-on = 🟢 { $title }
offer-off = ⏸ { $title }
offer-title = <b>{ $title }</b>
offer-state-on = 🟢 Running
offer-state-off = ⏸ Paused
offer-pause = ⏸ Pause
offer-resume = ▶️ Resume
offer-codes = <b>Promo codes</b>
offer-code-line = • { $code }: used { $used ->
        [one] { $used } time
       *[other] { $used } times
    }
offer-code-limit = { $limit } in all
offer-code-until = until { $day }
offer-code-pause = ⏸ { $code }
offer-code-resume = ▶️ { $code }
offer-new-code = ➕ New promo code

offer-gives-percent = { $percent }% off
offer-gives-amount = { $amount } off the order
offer-gives-fixed = { $amount } a piece
offer-gives-share = { $buy } + { $free }: the cheapest are free
offer-gives-gift = { $count ->
    [one] A gift
   *[other] A gift to choose from { $count }
}
offer-gives-points = { $count ->
    [one] { $count } point beyond the usual ones
   *[other] { $count } points beyond the usual ones
}
offer-gives-delivery = Free delivery
offer-goods = On some goods: single ones { $products }, categories { $categories }
offer-all-goods = On everything
offer-from = From { $amount } at catalog prices
offer-starts = From { $day }
offer-ends = Until { $day }
offer-segment-new = No order yet
offer-segment-active = Ordering
offer-segment-sleeping = Not for long
offer-segment-loyal = With a large order
offer-switch-first_order = First order
offer-switch-birthday = Birthday
offer-switch-alone = Does not add up
offer-switch-by_code = By promo code
offer-priority = Priority: { $number }

offer-kind-ask = <b>New promotion</b>
    What does it give?
offer-kind-percent = Per cent off
offer-kind-amount = Roubles off
offer-kind-fixed_price = A special price
offer-kind-n_plus_m = 2 + 1 and the like
offer-kind-gift = A gift
offer-kind-points = Points
offer-kind-free_delivery = Free delivery
offer-draft = <b>New promotion: { $title }</b>
offer-untitled = untitled
offer-names = Codes: { $names }
offer-marked = ✅ { $words }
offer-unmarked = ▫️ { $words }
offer-field-value = How much
offer-field-title = Title
offer-field-goods = Goods
offer-field-gifts = Gifts
offer-field-threshold = From which amount
offer-field-period = Period
offer-field-priority = Priority
offer-field-categories = Categories
offer-save = 🚀 Start the promotion
offer-saved = The promotion is running
offer-categories = <b>Categories of the promotion</b>
    Without a mark it is on everything.

offer-ask-title = What shall it be called? In Russian and English with a bar between: “Весна в подарок | Spring gift”. Up to 80 characters.
offer-ask-goods = On which goods? Send their codes, separated by commas or spaces.
offer-ask-gifts = Which gifts? Send the codes of up to eight articles, separated by commas or spaces; the customer chooses one.
offer-ask-threshold = From which amount at catalog prices does it hold? Send roubles, 0 for any.
offer-ask-period = When does it hold? Send the first and the last day: “01.03.2026 – 08.03.2026”, or the last one only.
offer-ask-priority = Which priority? A number from 0 to 1000: the higher, the earlier it counts.
offer-ask-value-percent = How many per cent? Send a number from 1 to 100; no price falls below the discount limit anyway.
offer-ask-value-amount = How many roubles off the order?
offer-ask-value-fixed_price = What does a piece cost, in roubles?
offer-ask-value-n_plus_m = How many to buy and how many free? Send “2+1”.
offer-ask-value-points = How many points for the order?
offer-ask-value-gift = Which gifts? Send their codes.
offer-ask-value-free_delivery = Free delivery has no size: go back.
offer-ask-code =
    <b>New promo code</b>

    Send the word, and after it, where needed, how often all customers together may use it and the last day:
    <code>SPRING10 100 31.12.2026</code>
    Each customer can use it once.
