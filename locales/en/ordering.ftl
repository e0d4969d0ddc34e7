cart-title = <b>Your cart</b>
cart-empty =
    <b>Your cart is empty</b>

    Have a look at the catalog: everything you like gathers here.
cart-line = { $number }. { $name }
    { $quantity } × { $price } = { $full }
cart-label = { $number }. { $name } × { $quantity }
cart-total = <b>To pay: { $total }</b>
cart-hint = 💡 Add { $missing } more at catalog prices and your discount becomes { $percent }%.
cart-comment = 💬 { $comment }
cart-checkout = Check out · { $total }
cart-add-comment = 💬 Comment
cart-clear = 🗑 Empty
cart-clear-ask = Take everything out of the cart ({ $count } pcs)? One press will not bring it back.
cart-clear-sure = Yes, take it all out
cart-cleared = Your cart is empty
cart-more-goods = More products
obstacle-off_sale = ⚠️ Off sale: take it out with “−”.
obstacle-out_of_stock = ⚠️ Sold out: take it out with “−”.
obstacle-too_few = ⚠️ Only { $stock } left: take fewer with “−”.

comment-ask =
    <b>A word to your consultant</b>

    Write in one message what matters for this order: a good time, wishes for wrapping. Up to 300 characters.

delivery-ask =
    <b>How shall we deliver?</b>

    Products: { $total }. Your consultant will agree the details with you.
delivery-way = { $name } · { $cost } · { $days }
delivery-courier = Courier
delivery-pickup = Pick-up point
delivery-post = Russian Post
delivery-in_person = In person from the consultant
delivery-free = free

summary-title = <b>Check your order</b>
summary-line = • { $name } × { $quantity } — { $total }
summary-more = { $count ->
    [one] …and { $count } more item
   *[other] …and { $count } more items
}
summary-discount = Discount { $percent }%: −{ $discount }
summary-delivery = Delivery: { $name }, { $cost }
summary-consultant = Consultant: { $name }
summary-total = <b>Total: { $total }</b>
summary-place = ✅ Place the order
summary-other-delivery = Other delivery

placed =
    <b>Order No. { $number } is placed</b> 🎉

    Total: { $total }. { $consultant } has it and will confirm soon: we will write to you at once.
placed-toast = Order placed
placed-open = Open the order

orders-title = <b>Your orders</b>
    In all: { $count }
orders-title-serving = <b>Customers’ orders</b>
    In all: { $count }
orders-none =
    <b>No orders yet</b>

    The first one starts in the catalog: choose products and check out your cart.
orders-none-serving =
    <b>No customers’ orders yet</b>

    Share your invite: a new order will come here as a notice with buttons.
orders-back = To orders
order-brief = { $state } No. { $number } · { $total } · { $date }
order-title = <b>Order No. { $number }</b>
    of { $moment }
order-customer = Customer: { $name }
