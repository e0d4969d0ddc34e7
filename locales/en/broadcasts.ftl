broadcasts-open = 📣 Announcements
broadcasts-title = <b>Announcements</b>
broadcasts-none =
    <b>Announcements</b>

    There are none yet. Write the first one: it goes to everybody who agreed to news and promotions.
broadcasts-new = ➕ New announcement
broadcasts-line = No. { $id } · { $day } · { $state }
broadcast-state-running = on its way
broadcast-state-paused = paused
broadcast-state-done = done
broadcast-state-cancelled = cancelled
broadcast-ask-russian =
    <b>The text in Russian</b>

    Send it in one message, with bold type and links as in any chat. Up to 4000 characters with its formatting.
broadcast-ask-english =
    <b>The text in English</b>

    Send it for those who read English, or let everybody have the Russian one.
broadcast-same = The Russian text for all
broadcast-confirm = { $count ->
    [0] Nobody has agreed to announcements yet, so there is nobody to send it to.
    [one] This is what people will see. { $count } person has agreed to announcements.
   *[other] This is what people will see. { $count } people have agreed to announcements.
}
broadcast-publish = 📣 Send
broadcast-rewrite = ✏️ Write it anew
broadcast-title = <b>Announcement No. { $id }</b>: { $state }
broadcast-figures =
    Got it: { $sent }
    Left: { $left }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Stopped before their turn: { $skipped }
broadcast-to-paused = ⏸ Pause
broadcast-to-running = ▶️ Continue
broadcast-to-cancelled = ✖️ Cancel
broadcast-refresh = 🔄 Refresh
broadcast-stop = 🔕 No more of these
broadcast-stopped = Done, there will be no more of these. You can turn them on again in /privacy.

error-broadcast-invalid = This text cannot be sent: it is empty or longer than 4000 characters with its formatting. Send a shorter one.

broadcast-bar = { $bar } { $percent } %
broadcast-pace = Speed: { $rate } a second
broadcast-to-go-soon = Less than a minute to go
broadcast-to-go-minutes = About { $minutes } min to go
broadcast-to-go-hours = About { $hours } h { $minutes } min to go
broadcast-recall = 🗑 Delete for everybody
broadcast-recall-title = <b>Announcement No. { $id }</b>: delete for everybody
broadcast-recall-ask =
    Messages less than two days old will disappear from people’s chats. Telegram deletes no older ones. If the announcement is still on its way, it ends.

    What is deleted cannot be brought back.
broadcast-recall-nothing = There is nothing to delete: nothing was sent in the last two days, and Telegram deletes nothing older.
broadcast-recall-yes = 🗑 Yes, delete for everybody
broadcast-recalling =
    Deleting it from chats…
    Deleted: { $deleted }
    Left: { $left }
    Not in the chat any more: { $gone }
    Failed: { $failed }
broadcast-recalled =
    Deleted from chats: { $deleted }
    Not in time: { $left }
    Not in the chat any more: { $gone }
    Failed: { $failed }

error-nothing-to-recall = There is nothing to delete: nothing of this announcement was sent in the last two days, and Telegram deletes nothing older.

broadcast-report = 📊 Report
broadcast-report-text =
    <b>Announcement No. { $id }</b>: report
    { $day }

    Delivered: { $sent }
    Blocked the bot: { $blocked }
    Failed: { $failed }
    Stopped before their turn: { $skipped }

    Pressed a button: { $pressed }
    Ordered within 7 days: { $ordered }
    Pressed “no more”: { $stopped }
broadcast-report-left = Still to be sent: { $left }
broadcast-report-counting = Orders and presses are counted until { $day }.
broadcast-report-frozen = These figures were settled on { $day }.
broadcast-report-links = Telegram does not tell who followed a link.
broadcast-report-sheet = 📄 Table
broadcast-report-sheet-soon = The table will be here in a few seconds.
broadcast-report-file = announcement-{ $id }
report-title = Announcement No. { $id }
report-people = { $count ->
    [one] { $count } person on the list
   *[other] { $count } people on the list
}
report-what-they-did = What those who got it did
report-delivered = Delivered
report-blocked = Blocked
report-failed = Failed
report-skipped = Stopped
report-left = Left
report-pressed = Pressed a button
report-ordered = Ordered within 7 days
report-stopped = No more of these
report-percent = { $share } %
report-head-what = Figure
report-head-count = People
report-head-share = Share, %
report-everybody = On the list
