order-state-placed = 🕐 Waiting for the consultant to confirm
order-state-paid = 💳 Paid, waiting for the consultant to confirm
order-state-accepted = ✅ Confirmed, your consultant is packing it
order-state-assembled = 📦 Packed
order-state-shipped = 🚚 On its way
order-state-delivered = 🎉 Received
order-state-declined = ✖️ The consultant could not take it
order-state-cancelled = ✖️ Cancelled
order-state-returned = ↩️ Returned
order-mark-placed = 🕐
order-mark-paid = 💳
order-mark-accepted = ✅
order-mark-assembled = 📦
order-mark-shipped = 🚚
order-mark-delivered = 🎉
order-mark-declined = ✖️
order-mark-cancelled = ✖️
order-mark-returned = ↩️

decide-accept = ✅ Accept the order
decide-assemble = 📦 It is packed
decide-ship = 🚚 It is sent
decide-deliver = 🎉 The customer has it
decide-deliver-own = 🎉 I have received it
decide-decline = Decline
decide-cancel = Cancel the order
decide-decline-ask = Decline order No. { $number }? The customer will be told and the goods go back to stock.
decide-decline-sure = Yes, decline
decide-cancel-ask = Cancel order No. { $number }? Everybody concerned will be told. You can order again through the cart.
decide-cancel-sure = Yes, cancel
decided-accepted = Order No. { $number } accepted
decided-assembled = Order No. { $number } packed
decided-shipped = Order No. { $number } sent
decided-delivered = Order No. { $number } received
decided-declined = Order No. { $number } declined
decided-cancelled = Order No. { $number } cancelled

notice-order-paid = 💳 <b>Your payment has arrived.</b> Your consultant will confirm the order soon: we will write to you at once.

    { $order }
notice-order-accepted = ✅ <b>Your consultant confirmed the order.</b> They will pack it and prepare it for delivery; we will tell you.

    { $order }
notice-order-assembled = 📦 <b>Your order is packed.</b> Next your consultant sends it or arranges to meet you.

    { $order }
notice-order-shipped = 🚚 <b>Your order is on its way.</b> Once you have it, press “I have received it” in the order.

    { $order }
notice-order-delivered = 🎉 <b>Your order is with you.</b> Enjoy! If something does not suit you, open the order: a return starts there.

    { $order }
notice-order-declined = Sorry, your consultant could not take this order. You can order the goods again or ask why.

    { $order }
notice-order-cancelled = ✖️ <b>The order is cancelled.</b> The goods are back in stock; you can order them again from your orders.

    { $order }
notice-order-returned = ↩️ <b>The return is accepted.</b> What you paid comes back the same way within 10 days.

    { $order }
notice-served-delivered = 🎉 <b>The customer has the order.</b> There is nothing more to do.

    { $order }
notice-served-cancelled = ✖️ <b>The order is cancelled.</b> It need not be packed or sent.

    { $order }
notice-served-returned = ↩️ <b>The order is returned.</b> The goods are to be taken back from the customer.

    { $order }

error-already-placed = The order still waits for the consultant to confirm. Open it again to see what can be done now.
error-already-paid = The order is paid and waits for the consultant to confirm. Open it again to see what can be done now.
error-already-accepted = The consultant has accepted the order. Open it again to see what can be done now.
error-already-assembled = The order is packed. Open it again to see what can be done now.
error-already-shipped = The order is on its way. Open it again to see what can be done now.
error-already-delivered = The order has been received. Open it again to see what can be done now.
error-already-declined = The consultant has declined the order.
error-already-cancelled = The order has been cancelled.
error-already-returned = The order has been returned.
